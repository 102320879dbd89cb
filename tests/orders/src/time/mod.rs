//! `std::time`, with the clock of the order: it goes on only when all threads wait.

mod clock;
mod instants;
mod system_time;

pub use std::time::*;

pub use instants::Instant;
pub use system_time::{SystemTime, UNIX_EPOCH};

use crate::engine::state::CLOCK;
use crate::engine::{Step, inside};
use std::panic::Location;

/// How long the order has run by its clock.
#[track_caller]
fn passed() -> Option<Duration> {
    let step = Step::at(Location::caller()).look(CLOCK).at_once(true);
    inside()?.step(step, |state| state.now)
}
