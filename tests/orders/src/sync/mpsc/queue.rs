//! The queue of a channel in an order.

use crate::engine::state::State;
use crate::engine::{Channel, Id, Ident, Me, Model, Place, Step, Wait};
use crate::engine::{inside, is_over};
use std::collections::VecDeque;
use std::sync::mpsc::SendError;
use std::sync::{Mutex, PoisonError};

pub(super) struct Queue<T> {
    ident: Ident,
    items: Mutex<VecDeque<(u64, T)>>,
    pub(super) room: Option<usize>,
    pub(super) place: Place,
}

impl<T> Queue<T> {
    /// A queue with one sender and one receiver. Without room, each item is handed over.
    pub fn new(me: &Me, place: Place, room: Option<usize>) -> Queue<T> {
        let ident = Ident::new();
        // Items that are offered for being handed over wait in the queue as well.
        let queue = room.filter(|room| *room > 0);
        let channel = Channel {
            len: 0,
            room: queue,
            senders: 1,
            receiver: true,
            taken: 0,
        };
        me.id(&ident, place, "channel", Model::Channel(channel));
        Queue {
            ident,
            items: Mutex::default(),
            room,
            place,
        }
    }

    pub(super) fn items(&self) -> std::sync::MutexGuard<'_, VecDeque<(u64, T)>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The channel's id. One of an earlier order has none.
    pub(super) fn id(&self, me: &Me, place: Place) -> Id {
        let channel = Channel {
            len: 0,
            room: None,
            senders: 1,
            receiver: true,
            taken: 0,
        };
        me.id(&self.ident, place, "channel", Model::Channel(channel))
    }

    /// Puts the item at the end. Its number tells when it has been taken.
    pub(super) fn put(&self, state: &mut State, id: Id, item: &mut Option<T>) -> u64 {
        let channel = state.channel(id);
        channel.len += 1;
        let number = channel.taken + channel.len as u64;
        self.items().extend(item.take().map(|item| (number, item)));
        state.change(id);
        number
    }

    pub fn send(&self, item: T, place: Place) -> Result<(), SendError<T>> {
        let Some(me) = inside() else {
            // An error might be unwrapped while the thread unwinds.
            return if is_over() {
                Ok(())
            } else {
                Err(SendError(item))
            };
        };
        let id = self.id(&me, place);
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
        back.flatten()
            .map_or(Ok(()), |(_, item)| Err(SendError(item)))
    }
}
