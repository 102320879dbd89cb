//! The queue of a channel in an order, and how items come into it.

use super::Inner;
use crate::engine::{Channel, Id, Known, Me, Model, Place, State, Step, Wait, is_over, locked};
use std::collections::VecDeque;
use std::sync::mpsc::{SendError, TrySendError};
use std::sync::{Arc, Mutex, MutexGuard};

pub(super) struct Queue<T> {
    pub known: Known,
    items: Mutex<VecDeque<(u64, T)>>,
    pub room: Option<usize>,
    pub place: Place,
}

impl<T> Queue<T> {
    /// In an order: the ends of a queue with one sender and one receiver. Without room, each item is
    /// handed over.
    pub fn ends<S, R>(place: Place, room: Option<usize>) -> Option<(Inner<S, T>, Inner<R, T>)> {
        let known = Known::new("channel", || Model::Channel(Channel::default()));
        let (me, id) = known.here(place)?;
        // Items that are offered for being handed over wait in the queue as well.
        me.exec.state().channel(id).room = room.filter(|room| *room > 0);
        let items = Mutex::default();
        let queue = Arc::new(Queue {
            known,
            items,
            room,
            place,
        });
        Some((Inner::Ordered(queue.clone()), Inner::Ordered(queue)))
    }

    pub fn items(&self) -> MutexGuard<'_, VecDeque<(u64, T)>> {
        locked(&self.items)
    }

    /// Puts the item at the end. Its number tells when it has been taken.
    fn put(&self, state: &mut State, id: Id, item: &mut Option<T>) -> u64 {
        let channel = state.channel(id);
        channel.len += 1;
        let number = channel.taken + channel.len as u64;
        self.items().extend(item.take().map(|item| (number, item)));
        state.change(id);
        number
    }

    pub fn send(&self, item: T, place: Place) -> Result<(), SendError<T>> {
        let Some((me, id)) = self.known.here(place) else {
            // An error might be unwrapped while the thread unwinds.
            return match is_over() {
                true => Ok(()),
                false => Err(SendError(item)),
            };
        };
        let mut item = Some(item);
        let number = me.step(Step::at(place).wait(Wait::Room(id)), |state| {
            if !state.channel(id).receiver {
                state.say(|| format!("cannot send into #{id}#: the receiver is gone"));
                return None;
            }
            let number = self.put(state, id, &mut item);
            state.say(|| format!("sends into #{id}#"));
            Some(number)
        });
        match (number, item) {
            (Some(Some(number)), _) if self.room == Some(0) => {
                self.hand_over(&me, id, number, place)
            }
            (Some(_), Some(item)) => Err(SendError(item)),
            _ => Ok(()),
        }
    }

    /// Without room in the queue, the sender waits until its item is taken.
    fn hand_over(&self, me: &Me, id: Id, number: u64, place: Place) -> Result<(), SendError<T>> {
        let step = Step::at(place).wait(Wait::Taken(id, number));
        let back = me.step(step, |state| {
            if state.channel(id).taken >= number {
                state.say(|| format!("has handed its item over in #{id}#"));
                return None;
            }
            state.say(|| format!("takes its item back from #{id}#: the receiver is gone"));
            let mut items = self.items();
            let mine = items.iter().position(|(other, _)| *other == number)?;
            items.remove(mine)
        });
        match back.flatten() {
            Some((_, item)) => Err(SendError(item)),
            None => Ok(()),
        }
    }

    pub fn try_send(&self, item: T, place: Place) -> Result<(), TrySendError<T>> {
        let Some((me, id)) = self.known.here(place) else {
            return Err(TrySendError::Disconnected(item));
        };
        let mut item = Some(item);
        let gone = me.step(Step::at(place).look(id), |state| {
            state.run.tried = true;
            let (gone, room) = (!state.channel(id).receiver, self.has_room(state, id));
            if !gone && room {
                self.put(state, id, &mut item);
            }
            let how = match (gone, room) {
                (true, _) => ": the receiver is gone",
                (_, false) => ": there is no room",
                (_, true) => ", and does",
            };
            state.say(|| format!("tries to send into #{id}#{how}"));
            gone
        });
        match (item, gone) {
            (None, _) => Ok(()),
            (Some(item), Some(false)) => Err(TrySendError::Full(item)),
            (Some(item), _) => Err(TrySendError::Disconnected(item)),
        }
    }

    /// Without a queue, there is room for one while somebody waits for it.
    fn has_room(&self, state: &mut State, id: Id) -> bool {
        let len = state.channel(id).len;
        let receives = |wait: &Wait| matches!(wait, Wait::Item(channel) if *channel == id);
        let mut threads = state.threads.iter();
        match self.room {
            Some(0) => len == 0 && threads.any(|thread| receives(&thread.step.wait)),
            room => room.is_none_or(|room| len < room),
        }
    }
}
