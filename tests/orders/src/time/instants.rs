//! `Instant`.

use super::passed;
use std::fmt::{self, Debug, Formatter};
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::sync::LazyLock;
use std::time::Duration;

/// What the clocks of every order show at its start.
static START: LazyLock<std::time::Instant> = LazyLock::new(std::time::Instant::now);

super::clock::clock!(Instant);
impl Instant {
    #[must_use]
    #[track_caller]
    pub fn now() -> Instant {
        match passed() {
            // A clock that cannot show so much stands still.
            Some(passed) => Instant(START.checked_add(passed).unwrap_or(*START)),
            None => Instant(std::time::Instant::now()),
        }
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
