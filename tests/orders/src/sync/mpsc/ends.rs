//! Ends of a channel that come and go, and a sender that only tries.

use super::queue::Queue;
use crate::engine::state::State;
use crate::engine::{Id, Place, Step, Wait, gently, inside};
use std::sync::mpsc::TrySendError;

impl<T> Queue<T> {
    pub fn try_send(&self, item: T, place: Place) -> Result<(), TrySendError<T>> {
        let Some(me) = inside() else {
            return Err(TrySendError::Disconnected(item));
        };
        let id = self.id(&me, place);
        let mut item = Some(item);
        let gone = me.step(Step::at(place).look(id), |state| {
            state.tried = true;
            let (gone, room) = self.has_room(state, id);
            if !gone && room {
                self.put(state, id, &mut item);
            }
            state.say(|| match (gone, room) {
                (true, _) => format!("tries to send into #{id}#: the receiver is gone"),
                (_, false) => format!("tries to send into #{id}#: there is no room"),
                (_, true) => format!("tries to send into #{id}#, and does"),
            });
            gone
        });
        match (item, gone) {
            (None, _) => Ok(()),
            (Some(item), Some(false)) => Err(TrySendError::Full(item)),
            (Some(item), _) => Err(TrySendError::Disconnected(item)),
        }
    }

    /// Whether the receiver is gone, and whether there is room. Without a queue, there is room for
    /// one while somebody waits for it.
    fn has_room(&self, state: &mut State, id: Id) -> (bool, bool) {
        let waits = |wait: &Wait| matches!(wait, Wait::Item(channel) if *channel == id);
        let receives = state.threads.iter().any(|thread| waits(&thread.wait));
        let channel = state.channel(id);
        let room = match self.room {
            Some(0) => channel.len == 0 && receives,
            room => room.is_none_or(|room| channel.len < room),
        };
        (!channel.receiver, room)
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
