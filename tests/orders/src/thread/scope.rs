//! Threads that borrow, because they end with a scope.

use super::{Builder, ScopedJoinHandle};
use crate::engine::here::pass_on;
use crate::engine::{Me, Place, Step, Tid, Wait, inside, locked};
use std::fmt::{self, Debug, Formatter};
use std::panic::{AssertUnwindSafe, Location, catch_unwind, resume_unwind};
use std::sync::Mutex;

pub struct Scope<'scope, 'env: 'scope> {
    pub(super) real: &'scope std::thread::Scope<'scope, 'env>,
    pub(super) tids: Mutex<Vec<Tid>>,
}

#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let place = Location::caller();
    std::thread::scope(|real| {
        // It must live as long as `'scope`, which only the real library can make. So it stays.
        let tids = Mutex::default();
        let scope: &Scope = Box::leak(Box::new(Scope { real, tids }));
        match inside() {
            None => f(scope),
            Some(me) => run(&me, scope, place, f),
        }
    })
}

fn run<'scope, 'env, F, T>(me: &Me, scope: &'scope Scope<'scope, 'env>, place: Place, f: F) -> T
where
    F: FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let result = catch_unwind(AssertUnwindSafe(|| f(scope))).map_err(pass_on);
    let lost = scope.wait_for_all(me, place);
    match result {
        Err(payload) => resume_unwind(payload),
        Ok(_) if lost => panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Whether one of them panicked, and nobody joined it.
    fn wait_for_all(&self, me: &Me, place: Place) -> bool {
        let mut tids = Vec::new();
        loop {
            // A thread of the scope may start another one.
            let more = std::mem::take(&mut *locked(&self.tids));
            if more.is_empty() {
                break;
            }
            tids.extend(more);
            let step = Step::at(place).wait(Wait::Ends(tids.clone()));
            me.step(step, |state| state.say(|| "leaves the scope".to_string()));
        }
        let mut lost = false;
        for tid in tids {
            let thread = &mut me.exec.state().threads[tid];
            lost |= thread.panicked.is_some() && !thread.joined;
            thread.joined = true;
        }
        lost
    }

    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let thread = Builder::new().spawn_scoped(self, f);
        thread.expect("failed to spawn thread")
    }
}

impl Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}
