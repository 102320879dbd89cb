//! The queue of a channel in an order.

use crate::engine::{Channel, Id, Ident, Me, Model, Place, Step, Wait, gently, inside};
use std::collections::VecDeque;
use std::sync::mpsc::{RecvTimeoutError, SendError, TrySendError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

pub(super) struct Queue<T> {
    ident: Ident,
    items: Mutex<VecDeque<T>>,
    room: Option<usize>,
    place: Place,
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

    fn items(&self) -> std::sync::MutexGuard<'_, VecDeque<T>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The channel's id. One of an earlier order has none.
    fn id(&self, me: &Me, place: Place) -> Id {
        let channel = Channel {
            len: 0,
            room: None,
            senders: 1,
            receiver: true,
            taken: 0,
        };
        me.id(&self.ident, place, "channel", Model::Channel(channel))
    }

    pub fn send(&self, item: T, place: Place) -> Result<(), SendError<T>> {
        let Some(me) = inside() else {
            return Err(SendError(item));
        };
        let id = self.id(&me, place);
        let mut item = Some(item);
        let ticket = me.step(Step::at(place).wait(Wait::Room(id)), |state| {
            if !state.channel(id).receiver {
                state.say(|| format!("cannot send into #{id}#: the receiver is gone"));
                return None;
            }
            self.items().extend(item.take());
            let channel = state.channel(id);
            channel.len += 1;
            let ticket = channel.taken + channel.len as u64;
            state.change(id);
            state.say(|| format!("sends into #{id}#"));
            Some(ticket)
        });
        match (ticket, item) {
            (Some(Some(ticket)), _) if self.room == Some(0) => {
                self.hand_over(&me, id, ticket, place)
            }
            (_, Some(item)) => Err(SendError(item)),
            _ => Ok(()),
        }
    }

    /// Without room in the queue, the sender waits until its item is taken.
    fn hand_over(&self, me: &Me, id: Id, ticket: u64, place: Place) -> Result<(), SendError<T>> {
        let step = Step::at(place).wait(Wait::Taken(id, ticket));
        let back = me.step(step, |state| {
            let channel = state.channel(id);
            if channel.taken >= ticket {
                state.say(|| format!("has handed its item over in #{id}#"));
                return None;
            }
            state.say(|| format!("takes its item back from #{id}#: the receiver is gone"));
            self.items().pop_front()
        });
        back.flatten().map_or(Ok(()), |item| Err(SendError(item)))
    }

    pub fn try_send(&self, item: T, place: Place) -> Result<(), TrySendError<T>> {
        let Some(me) = inside() else {
            return Err(TrySendError::Disconnected(item));
        };
        let id = self.id(&me, place);
        let mut item = Some(item);
        let gone = me.step(Step::at(place).look(id), |state| {
            state.tried = true;
            let waits = |wait: &Wait| matches!(wait, Wait::Item(channel) if *channel == id);
            let receives = state.threads.iter().any(|thread| waits(&thread.wait));
            let channel = state.channel(id);
            let room = match self.room {
                Some(0) => channel.len == 0 && receives,
                room => room.is_none_or(|room| channel.len < room),
            };
            if !channel.receiver || !room {
                let gone = !channel.receiver;
                let why = if gone {
                    "the receiver is gone"
                } else {
                    "there is no room"
                };
                state.say(|| format!("tries to send into #{id}#: {why}"));
                return gone;
            }
            channel.len += 1;
            self.items().extend(item.take());
            state.change(id);
            state.say(|| format!("tries to send into #{id}#, and does"));
            false
        });
        match (item, gone) {
            (None, _) => Ok(()),
            (Some(item), Some(false)) => Err(TrySendError::Full(item)),
            (Some(item), _) => Err(TrySendError::Disconnected(item)),
        }
    }

    /// `wait`: `None` looks only; with a time it waits so long at most.
    pub fn receive(
        &self,
        wait: Option<Option<Duration>>,
        place: Place,
    ) -> Result<T, RecvTimeoutError> {
        let Some(me) = inside() else {
            return Err(RecvTimeoutError::Disconnected);
        };
        let id = self.id(&me, place);
        let until = wait.flatten().and_then(|time| me.exec.state().after(time));
        let step = Step::at(place).until(until);
        let step = match wait {
            Some(_) => step.wait(Wait::Item(id)),
            None => step.look(id),
        };
        let received = me.step(step, |state| {
            state.tried |= wait.is_none();
            let item = self.items().pop_front();
            let channel = state.channel(id);
            let over = channel.senders == 0;
            if item.is_some() {
                channel.len -= 1;
                channel.taken += 1;
                state.change(id);
            }
            state.say(|| match (&item, over) {
                (Some(_), _) => format!("receives from #{id}#"),
                (None, true) => format!("learns that nobody can send into #{id}#"),
                (None, false) => format!("finds nothing in #{id}#"),
            });
            item.ok_or(if over {
                RecvTimeoutError::Disconnected
            } else {
                RecvTimeoutError::Timeout
            })
        });
        received.unwrap_or(Err(RecvTimeoutError::Disconnected))
    }

    pub fn another_sender(&self) {
        if let Some(me) = gently() {
            let id = self.id(&me, self.place);
            me.exec.state().channel(id).senders += 1;
        }
    }

    pub fn without_sender(&self) {
        let Some(me) = gently() else {
            return;
        };
        let id = self.id(&me, self.place);
        if me.exec.state().channel(id).senders > 1 {
            let mut state = me.exec.state();
            state.channel(id).senders -= 1; // nobody can see this
            state.speak(me.tid, None);
            return state.say(|| format!("drops a sender of #{id}#"));
        }
        me.give_back(self.place, |state| {
            state.channel(id).senders -= 1;
            state.change(id);
            state.say(|| format!("drops the last sender of #{id}#"));
        });
    }

    pub fn without_receiver(&self) {
        let Some(me) = gently() else {
            return;
        };
        let id = self.id(&me, self.place);
        let step = Step {
            dropped: true,
            ..Step::at(self.place)
        };
        me.step(step, |state| {
            state.channel(id).receiver = false;
            state.change(id);
            state.say(|| format!("drops the receiver of #{id}#"));
        });
        if self.room != Some(0) {
            let items = std::mem::take(&mut *self.items());
            drop(items); // outside of the queue's own lock
        }
    }
}
