//! How a thread waits for a notification, and how it gets one.

use super::taken::mapped;
use super::{Condvar, MutexGuard};
use crate::engine::{Here, Id, Me, Model, Place, State, Step, Tid, Wait, here};
use std::mem;
use std::sync::LockResult;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(pub(super) bool);

impl WaitTimeoutResult {
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

pub(super) type Waited<'a, T> = LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;

impl Condvar {
    pub(super) fn wake_some(&self, place: Place, call: &'static str, all: bool) {
        let Some((me, id)) = self.known.here(place) else {
            return;
        };
        me.step(Step::at(place), |state| {
            let mut woken = waiting(state, id);
            if !all && !woken.is_empty() {
                woken = vec![woken[state.run.schedule.choose(woken.len())]];
            }
            let early = woken.is_empty().then_some((me.tid, place));
            *state.model(id) = Model::Condvar { early };
            let mut names = Vec::new();
            for tid in woken {
                let thread = &mut state.threads[tid];
                thread.noticed = true;
                names.push(thread.name.clone());
                state.change(id);
            }
            state.say(|| match early {
                Some(_) => format!("{call} of #{id}#: nobody waits"),
                None => format!("{call} of #{id}#: wakes {}", names.join(" and ")),
            });
        });
    }

    pub(super) fn wait_for<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        time: Option<Duration>,
        place: Place,
    ) -> Waited<'a, T> {
        match here() {
            Here::Inside(me) => self.wait_inside(&me, guard, time, place),
            Here::Over => Ok((guard, WaitTimeoutResult(true))),
            Here::Outside => {
                let (lock, real, place) = guard.into_real();
                let waited = match time {
                    None => mapped(self.real.wait(real), |real| (real, false)),
                    Some(time) => mapped(self.real.wait_timeout(real, time), |(real, late)| {
                        (real, late.timed_out())
                    }),
                };
                mapped(waited, |(real, late)| {
                    (MutexGuard::new(lock, real, place), WaitTimeoutResult(late))
                })
            }
        }
    }

    fn wait_inside<'a, T>(
        &self,
        me: &Me,
        guard: MutexGuard<'a, T>,
        time: Option<Duration>,
        place: Place,
    ) -> Waited<'a, T> {
        let condvar = self.known.id(me, place);
        // One step: it gives the lock back, and waits from that moment on.
        let until = me.step(Step::at(place), |state| {
            state.threads[me.tid].noticed = false;
            time.and_then(|time| state.after(time))
        });
        let (mutex, lock) = guard.release(me, place);
        let text = || format!("waits for #{condvar}#, and releases #{lock}#");
        me.exec.state().say(text);
        let step = Step::at(place).wait(Wait::Notice { condvar, lock });
        let late = me.step(step.until(until.flatten()), |state| {
            let noticed = mem::take(&mut state.threads[me.tid].noticed);
            state.take(lock, (me.tid, place), true);
            let why = match noticed {
                true => "is notified",
                false => "the time is over",
            };
            state.say(|| format!("{why}, and takes #{lock}# again"));
            !noticed
        });
        let late = WaitTimeoutResult(late.unwrap_or(true));
        mapped(mutex.again(place), |guard| (guard, late))
    }
}

/// Who waits for this condvar, and has neither been woken nor waited long enough.
fn waiting(state: &State, id: Id) -> Vec<Tid> {
    let threads = state.threads.iter().enumerate().filter(|(_, thread)| {
        let late = thread.step.until.is_some_and(|until| until <= state.now);
        let here = matches!(thread.step.wait, Wait::Notice { condvar, .. } if condvar == id);
        here && !late && !thread.noticed
    });
    threads.map(|(tid, _)| tid).collect()
}
