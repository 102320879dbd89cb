//! Receiving from the queue of an order.

use super::queue::Queue;
use crate::engine::state::State;
use crate::engine::{Id, Place, Step, Wait, inside, is_over, leave_for_good};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

impl<T> Queue<T> {
    /// `wait`: `None` looks only; with a time it waits so long at most.
    pub fn receive(
        &self,
        wait: Option<Option<Duration>>,
        place: Place,
    ) -> Result<T, RecvTimeoutError> {
        let Some(me) = inside() else {
            return self.receive_at_the_end();
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
            self.take(state, id)
        });
        received.unwrap_or_else(|| self.receive_at_the_end())
    }

    fn take(&self, state: &mut State, id: Id) -> Result<T, RecvTimeoutError> {
        let channel = state.channel(id);
        let (text, error) = match channel.senders {
            0 => (
                "learns that nobody can send into",
                RecvTimeoutError::Disconnected,
            ),
            _ => ("finds nothing in", RecvTimeoutError::Timeout),
        };
        let Some((_, item)) = self.items().pop_front() else {
            state.say(|| format!("{text} #{id}#"));
            return Err(error);
        };
        channel.len -= 1;
        channel.taken += 1;
        state.change(id);
        state.say(|| format!("receives from #{id}#"));
        Ok(item)
    }

    /// What is there is received. For more, nobody will wait any more.
    fn receive_at_the_end(&self) -> Result<T, RecvTimeoutError> {
        match self.items().pop_front() {
            Some((_, item)) => Ok(item),
            None if is_over() => leave_for_good(),
            None => Err(RecvTimeoutError::Disconnected),
        }
    }
}
