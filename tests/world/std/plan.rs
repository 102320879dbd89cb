//! What a seed decides before anything happens: the times, the shortages, the clients, the signals.

use crate::scripts::{REPLY, Script};
use std::ffi::{OsStr, c_int};
use std::fmt::{self, Display, Formatter};
use std::time::Duration;

pub const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// What the server finds in its environment.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    pub request: Duration,
    pub reply: Duration,
    pub drain: Duration,
    pub sleep: Duration,
    pub stop: Duration,
}

impl Times {
    pub fn named(&self, name: &OsStr) -> Option<Duration> {
        match name.to_str()? {
            "REQUEST_MS" => Some(self.request),
            "REPLY_MS" => Some(self.reply),
            "DRAIN_MS" => Some(self.drain),
            "SLEEP_MS" => Some(self.sleep),
            "STOP_MS" => Some(self.stop),
            _ => None,
        }
    }
}

/// Who reads standard output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Output {
    IsRead,
    /// Nobody from then on; until then, if somebody comes back.
    Blocks(Duration, Option<Duration>),
    Closed(Duration),
}

pub struct Plan {
    pub seed: u64,
    pub theme: Theme,
    pub address: &'static str,
    pub times: Times,
    pub output: Output,
    /// How many descriptors the server may have.
    pub descriptors: usize,
    /// How many bytes are on their way in each direction.
    pub room: usize,
    /// A read or write is short once in so many times; 0: never.
    pub short: usize,
    /// A client that has gone before it was accepted is an error of `accept`.
    pub aborts: bool,
    pub once_in: usize,
    pub hangup_is_ignored: bool,
    pub scripts: Vec<Script>,
    pub signals: Vec<(Duration, c_int)>,
}

/// What a world is mostly about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Theme {
    AllSorts,
    Crowd,
    FewDescriptors,
    LastDescriptor,
    BusyWorkers,
    Uploads,
    Drips,
    Panics,
    ShortStop,
}

impl Plan {
    /// How long workers have something to do at most: the work in four parts, and the longest.
    pub fn work(&self) -> Duration {
        let work = |script: &Script| {
            let is_taken = self.room > REPLY && script.pieces.len() == 1;
            let waits = script.reading(self) * u32::from(!is_taken);
            self.times.sleep * u32::from(script.sleeps) + waits
        };
        let all = self.scripts.iter().map(work);
        all.clone().sum::<Duration>() / 4 + all.max().unwrap_or_default()
    }

    /// What one has to wait besides when there are no descriptors: until the silent have gone.
    pub fn shortage(&self) -> Duration {
        // Each time that there is none, a quarter of the silent go.
        let a_time = (self.descriptors.saturating_sub(8) / 4).max(1);
        let times = 1 + self.scripts.len().div_ceil(a_time);
        match self.descriptors {
            1_000 => Duration::ZERO,
            _ if self.work().is_zero() => ms(120) * times as u32,
            _ => (self.times.request + self.times.drain + ms(1_500)) * 2,
        }
    }
}

impl Display for Plan {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Plan {
            seed,
            theme,
            address,
            times,
            output,
            descriptors,
            room,
            short,
            ..
        } = self;
        let (clients, signals) = (self.scripts.len(), &self.signals);
        write!(
            f,
            "seed {seed}: {theme:?}; {address}; {times:?}; standard output {output:?}; \
             {descriptors} descriptors; {room} bytes a buffer; short once in {short}; \
             {clients} clients; signals {signals:?}"
        )
    }
}
