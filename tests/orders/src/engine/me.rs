//! What a thread of an order does: steps.

use super::here::{Me, here};
use super::model::{Id, Ident, Model, Place, Wait};
use super::state::State;
use super::step::Step;
use std::sync::MutexGuard;

impl Me {
    /// Makes the next step as soon as it is this thread's turn and what it waits for has come, or
    /// the time is over. `None`: the order has ended before, and this thread unwinds.
    pub fn step<R>(&self, step: Step, act: impl FnOnce(&mut State) -> R) -> Option<R> {
        let gentle = step.dropped;
        let mut act = Some(act);
        let mut result = None;
        self.try_step(&step, &mut |state| {
            result = act.take().map(|act| act(state))
        });
        if result.is_none() && !gentle {
            here();
        }
        result
    }

    fn try_step(&self, step: &Step, act: &mut dyn FnMut(&mut State)) -> Option<()> {
        let mut state = self.turn(step)?;
        let thread = &mut state.threads[self.tid];
        thread.habits.back = None;
        thread.yields = false;
        // What it waited for stays until here, so that the end of an order can tell of it.
        state.speak(self.tid, (!step.dropped).then_some(step.place));
        act(&mut state);
        let thread = &mut state.threads[self.tid];
        thread.until = None;
        thread.wait = Wait::Nothing;
        Some(())
    }

    /// Waits until this thread may make the step.
    fn turn(&self, step: &Step) -> Option<MutexGuard<'_, State>> {
        let exec = &self.exec;
        let mut state = exec.state();
        if exec.is_over() {
            return None;
        }
        let arrived = state.arrive(self.tid, step);
        match arrived.and_then(|()| state.next(self.tid)) {
            Ok(Some(next)) if next == self.tid => Some(state),
            Ok(next) => {
                exec.pass(state, next);
                exec.wait_for_turn(self.tid).then(|| exec.state())
            }
            Err(trouble) => {
                exec.abandon(state, Some(trouble));
                None
            }
        }
    }

    /// A line of the story that is no step.
    pub fn say(&self, text: impl FnOnce() -> String) {
        if let Some(mut state) = self.exec.try_state() {
            state.speak(self.tid, None);
            state.say(text);
        }
    }

    /// The thing that carries this identity.
    pub fn id(&self, ident: &Ident, place: Place, kind: &'static str, model: Model) -> Id {
        self.exec.state().id(ident, place, kind, model)
    }

    /// Giving back at a place of its own is a step that matters only where somebody only tries.
    pub fn give_back(&self, place: Place, act: impl FnOnce(&mut State)) {
        let at_once = !self.exec.state().rules.fine;
        let step = Step {
            dropped: true,
            ..Step::at(place)
        };
        self.step(step.at_once(at_once), act);
    }
}
