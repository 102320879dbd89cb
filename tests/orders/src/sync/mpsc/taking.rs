//! How items leave the queue of an order, and ends of a channel that come and go.

use super::queue::Queue;
use crate::engine::{Id, Place, State, Step, Wait, is_over, leave_for_good};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

impl<T> Queue<T> {
    /// `wait`: `None` looks only; with a time it waits so long at most.
    pub fn receive(
        &self,
        wait: Option<Option<Duration>>,
        place: Place,
    ) -> Result<T, RecvTimeoutError> {
        let Some((me, id)) = self.known.here(place) else {
            return self.receive_at_the_end();
        };
        let until = wait.flatten().and_then(|time| me.exec.state().after(time));
        let step = Step::at(place).until(until);
        let step = match wait {
            Some(_) => step.wait(Wait::Item(id)),
            None => step.look(id),
        };
        let received = me.step(step, |state| {
            state.run.tried |= wait.is_none();
            self.take(state, id)
        });
        received.unwrap_or_else(|| self.receive_at_the_end())
    }

    fn take(&self, state: &mut State, id: Id) -> Result<T, RecvTimeoutError> {
        let channel = state.channel(id);
        if let Some((_, item)) = self.items().pop_front() {
            channel.len -= 1;
            channel.taken += 1;
            state.change(id);
            state.say(|| format!("receives from #{id}#"));
            return Ok(item);
        }
        if channel.senders == 0 {
            state.say(|| format!("learns that nobody can send into #{id}#"));
            return Err(RecvTimeoutError::Disconnected);
        }
        state.say(|| format!("finds nothing in #{id}#"));
        Err(RecvTimeoutError::Timeout)
    }

    /// What is there is received. For more, nobody will wait any more.
    fn receive_at_the_end(&self) -> Result<T, RecvTimeoutError> {
        match self.items().pop_front() {
            Some((_, item)) => Ok(item),
            None if is_over() => leave_for_good(),
            None => Err(RecvTimeoutError::Disconnected),
        }
    }

    pub fn another_sender(&self) {
        if let Some((me, id)) = self.known.gently(self.place) {
            me.exec.state().channel(id).senders += 1;
        }
    }

    pub fn without_sender(&self) {
        let Some((me, id)) = self.known.gently(self.place) else {
            return;
        };
        let mut state = me.exec.state();
        if state.channel(id).senders > 1 {
            state.channel(id).senders -= 1; // nobody can see this
            state.speak(me.tid, None);
            return state.say(|| format!("drops a sender of #{id}#"));
        }
        drop(state);
        me.give_back(self.place, |state| {
            state.channel(id).senders -= 1;
            state.change(id);
            state.say(|| format!("drops the last sender of #{id}#"));
        });
    }

    pub fn without_receiver(&self) {
        let Some((me, id)) = self.known.gently(self.place) else {
            return;
        };
        me.step(Step::at(self.place).dropped(), |state| {
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
