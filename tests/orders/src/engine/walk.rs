//! What is different in a walk: chance chooses, nobody is suspected of looking for nothing, and the
//! end of the order is the end of the process.

use super::{Kind, State, Tid, Trouble, stirred};
use std::sync::MutexGuard;

/// So many steps may be made at one time of the clock. Who makes more keeps a processor busy.
const AT_ONCE: usize = 400_000;

#[derive(Clone)]
pub(crate) struct Walk {
    /// A thread loses its turn, though it could go on, at one point in so many.
    pub once_in: usize,
    /// What is said of the end, and where each thread stands.
    pub fails: fn(&str, &[String]) -> !,
}

impl Walk {
    /// Says the end of it, and ends the process.
    pub fn fail(&self, state: MutexGuard<State>, trouble: Option<Trouble>) -> ! {
        let ended = || Trouble::new(Kind::Leak, "all threads have ended, and not main");
        let trouble = state.with_all_names(trouble.unwrap_or_else(ended));
        drop(state); // the story is asked for
        (self.fails)(&trouble.sentence, &trouble.ends)
    }
}

impl State {
    /// `ready` begins with the thread that could go on.
    pub fn may_lose_its_turn(&mut self, ready: &mut Vec<Tid>) {
        let once_in = self.rules.walk.as_ref().map_or(1, |walk| walk.once_in);
        match self.run.schedule.choose(once_in.max(2)) {
            0 => _ = ready.remove(0),
            _ => ready.truncate(1),
        }
    }

    pub fn walks_on(&mut self, tid: Tid) -> Result<(), Trouble> {
        self.steps_at_once += 1;
        let place = self.threads[tid].step.place.line() as u64;
        let step = (self.now.as_nanos() as u64) ^ (tid as u64) << 56 ^ place << 40;
        self.digest = stirred(self.digest ^ step);
        if self.steps_at_once <= AT_ONCE {
            return Ok(());
        }
        let name = &self.threads[tid].name;
        let sentence = format!(
            "busy: {name} and others have made {AT_ONCE} steps, and it is still the same moment: \
             somebody keeps a processor busy."
        );
        Err(self.trouble(Kind::Busy, sentence))
    }
}
