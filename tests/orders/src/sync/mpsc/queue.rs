//! The queue of a channel in an order.

use crate::engine::{Channel, Id, Ident, Me, Model, Place, Step, Wait, inside};
use std::collections::VecDeque;
use std::sync::mpsc::{RecvTimeoutError, SendError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

pub(super) struct Queue<T> {
    ident: Ident,
    items: Mutex<VecDeque<T>>,
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

    pub(super) fn items(&self) -> std::sync::MutexGuard<'_, VecDeque<T>> {
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
}
