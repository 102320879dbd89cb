//! `SystemTime`.

use super::passed;
use std::fmt::{self, Debug, Formatter};
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::time::{Duration, SystemTimeError};

super::clock::clock!(SystemTime);

pub const UNIX_EPOCH: SystemTime = SystemTime::UNIX_EPOCH;

impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = SystemTime(std::time::UNIX_EPOCH);

    /// As [`std::time::SystemTime::now`]. An order starts in September 2001.
    #[must_use]
    #[track_caller]
    pub fn now() -> SystemTime {
        match passed() {
            Some(passed) => {
                let start = std::time::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
                SystemTime(start.checked_add(passed).unwrap_or(start))
            }
            None => SystemTime(std::time::SystemTime::now()),
        }
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
