//! `std::time`, with the clock of the order: it goes on only when all threads wait.

pub use std::time::*;

use crate::engine::{CLOCK, Step, inside};
use std::fmt::{self, Debug, Formatter};
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::panic::Location;
use std::sync::LazyLock;

/// What the clocks of every order show at its start.
static START: LazyLock<std::time::Instant> = LazyLock::new(std::time::Instant::now);

/// As [`std::time::UNIX_EPOCH`].
pub const UNIX_EPOCH: SystemTime = SystemTime::UNIX_EPOCH;

/// How long the order has run by its clock.
#[track_caller]
fn passed() -> Option<Duration> {
    let step = Step::at(Location::caller()).look(CLOCK).at_once(true);
    inside()?.step(step, |state| state.now)
}

/// What moves a moment by a duration.
macro_rules! moves {
    ($($name:ident: $op:ident $of:ident $assign:ident $assigned:ident;)+) => {$(
        impl $op<Duration> for $name {
            type Output = $name;

            fn $of(self, other: Duration) -> $name {
                $name(self.0.$of(other))
            }
        }

        impl $assign<Duration> for $name {
            fn $assigned(&mut self, other: Duration) {
                self.0.$assigned(other);
            }
        }
    )+};
}

/// What both clocks have.
macro_rules! clocks {
    ($($name:ident)+) => {$(
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::time::$name);

        impl $name {
            #[must_use]
            pub fn checked_add(&self, duration: Duration) -> Option<$name> {
                self.0.checked_add(duration).map($name)
            }

            #[must_use]
            pub fn checked_sub(&self, duration: Duration) -> Option<$name> {
                self.0.checked_sub(duration).map($name)
            }
        }

        impl Debug for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        moves! {
            $name: Add add AddAssign add_assign;
            $name: Sub sub SubAssign sub_assign;
        }
    )+};
}

clocks!(Instant SystemTime);

impl Instant {
    #[must_use]
    #[track_caller]
    pub fn now() -> Instant {
        // A clock that cannot show so much stands still.
        let shown = |passed| START.checked_add(passed).unwrap_or(*START);
        Instant(passed().map_or_else(std::time::Instant::now, shown))
    }

    #[must_use]
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.duration_since(earlier.0)
    }

    #[must_use]
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_duration_since(earlier.0)
    }

    #[must_use]
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_duration_since(earlier.0)
    }

    #[must_use]
    #[track_caller]
    pub fn elapsed(&self) -> Duration {
        Instant::now() - *self
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, other: Instant) -> Duration {
        self.duration_since(other)
    }
}

impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = SystemTime(std::time::UNIX_EPOCH);

    /// As [`std::time::SystemTime::now`]. An order starts in September 2001.
    #[must_use]
    #[track_caller]
    pub fn now() -> SystemTime {
        let start = std::time::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let shown = |passed| start.checked_add(passed).unwrap_or(start);
        SystemTime(passed().map_or_else(std::time::SystemTime::now, shown))
    }

    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        self.0.duration_since(earlier.0)
    }

    #[track_caller]
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }
}

impl From<std::time::SystemTime> for SystemTime {
    fn from(real: std::time::SystemTime) -> SystemTime {
        SystemTime(real)
    }
}

impl From<SystemTime> for std::time::SystemTime {
    fn from(ours: SystemTime) -> std::time::SystemTime {
        ours.0
    }
}
