//! The thread that runs, and `park`.

use crate::engine::{Me, Step, Tid, Wait, inside};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::thread::ThreadId;
use std::time::Duration;

#[derive(Clone)]
pub struct Thread {
    real: std::thread::Thread,
    me: Option<Me>,
}

#[must_use]
pub fn current() -> Thread {
    Thread {
        real: std::thread::current(),
        me: inside(),
    }
}

impl Thread {
    pub(crate) fn new(real: std::thread::Thread, me: Option<Me>) -> Thread {
        Thread { real, me }
    }

    pub(crate) fn tid(&self) -> Tid {
        self.me.as_ref().map_or(0, |me| me.tid)
    }

    #[must_use]
    pub fn id(&self) -> ThreadId {
        self.real.id()
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.real.name()
    }

    #[track_caller]
    pub fn unpark(&self) {
        let Some(target) = &self.me else {
            return self.real.unpark();
        };
        if let Some(me) = inside() {
            me.step(Step::at(Location::caller()), |state| {
                let thread = &mut state.threads[target.tid];
                let name = thread.name.clone();
                if !thread.token {
                    thread.token = true;
                    state.changes += 1;
                }
                state.say(|| format!("unparks {name}"));
            });
        }
    }
}

impl Debug for Thread {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

#[track_caller]
pub fn park() {
    let place = Location::caller();
    match inside() {
        Some(me) => parked(&me, Step::at(place).wait(Wait::Token)),
        None if crate::engine::is_over() => {}
        None => std::thread::park(),
    }
}

/// As [`std::thread::park_timeout`], on the clock of the order.
#[track_caller]
pub fn park_timeout(time: Duration) {
    let place = Location::caller();
    match inside() {
        Some(me) => {
            let until = me.exec.state().after(time);
            parked(&me, Step::at(place).wait(Wait::Token).until(until));
        }
        None if crate::engine::is_over() => {}
        None => std::thread::park_timeout(time),
    }
}

#[track_caller]
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::park_timeout`")]
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(ms.into()));
}

fn parked(me: &Me, step: Step) {
    me.step(step, |state| {
        let was = std::mem::take(&mut state.threads[me.tid].token);
        state.say(|| match was {
            true => "goes on from `park`".to_string(),
            false => "goes on from `park`: the time is over".to_string(),
        });
    });
}
