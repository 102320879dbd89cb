//! `std::thread`: the threads of an order.

mod builder;
mod current;
mod join_handles;
mod scope;

pub use std::thread::*;

pub use builder::{Builder, spawn};
#[allow(deprecated)]
pub use current::park_timeout_ms;
pub use current::{Thread, current, park, park_timeout};
pub use join_handles::{JoinHandle, ScopedJoinHandle};
pub use scope::{Scope, scope};

use crate::engine::{CLOCK, Step, Wait, inside};
use std::num::NonZero;
use std::panic::Location;
use std::time::Duration;

/// As [`std::thread::yield_now`]: here it always lets another thread go first, if one can go on.
#[track_caller]
pub fn yield_now() {
    yield_turn("yields");
    std::thread::yield_now();
}

#[track_caller]
pub(crate) fn yield_turn(how: &'static str) {
    if let Some(me) = inside() {
        let step = Step::at(Location::caller()).look(CLOCK).yields();
        me.step(step, |state| state.say(|| how.to_string()));
    }
}

/// As [`std::thread::sleep`], on the clock of the order.
#[track_caller]
pub fn sleep(time: Duration) {
    let Some(me) = inside() else {
        return std::thread::sleep(time);
    };
    let place = Location::caller();
    let until = {
        let mut state = me.exec.state();
        state.speak(me.tid, Some(place));
        state.say(|| format!("sleeps for {time:?}"));
        state.after(time)
    };
    let step = Step::at(place).wait(Wait::Clock).until(until);
    me.step(step, |state| state.say(|| "wakes up".to_string()));
}

#[track_caller]
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::sleep`")]
pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(ms.into()));
}

/// As [`std::thread::available_parallelism`]; in an order, what the exploration says.
pub fn available_parallelism() -> std::io::Result<NonZero<usize>> {
    let Some(me) = inside() else {
        return std::thread::available_parallelism();
    };
    let number = me.exec.state().rules.processors;
    NonZero::new(number).ok_or_else(|| std::io::ErrorKind::Unsupported.into())
}
