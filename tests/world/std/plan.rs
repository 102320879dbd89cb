//! What a seed decides before anything happens: the times, the shortages, the clients, the signals.

use crate::scripts::{self, REPLY, Script};
use crate::signals::{SIGHUP, SIGINT, SIGTERM};
use orders::walk::Dice;
use std::ffi::c_int;
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
    pub fn named(&self, name: &str) -> Option<Duration> {
        match name {
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

#[derive(Debug)]
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

use Theme::*;

impl Plan {
    pub fn new(seed: u64) -> Plan {
        // The schedule has the seed itself.
        let dice = &mut Dice::new(!seed);
        let themes = [
            AllSorts,
            AllSorts,
            Crowd,
            FewDescriptors,
            LastDescriptor,
            BusyWorkers,
            Uploads,
            Drips,
            Panics,
            ShortStop,
        ];
        let theme = themes[dice.below(themes.len())];
        let times = times(theme, dice);
        let room = [300, 1_000, 5_000, 60_000][dice.below(4)];
        let mut plan = Plan {
            seed,
            theme,
            address: ["127.0.0.1:7878", "127.0.0.1:0", "0.0.0.0:0", "[::]:8080"][dice.below(4)],
            times,
            output: output(dice),
            descriptors: match theme {
                FewDescriptors => 11 + dice.below(12),
                // Seven that the server needs, one for the next client, and these.
                LastDescriptor => 8 + 2 + dice.below(5),
                _ if dice.once_in(20) => 9 + dice.below(3),
                _ => 1_000,
            },
            room,
            short: [0, 0, 2, 5][dice.below(4)],
            aborts: dice.once_in(2),
            once_in: [4, 20, 100, 100_000][dice.below(4)],
            hangup_is_ignored: dice.once_in(4),
            scripts: Vec::new(),
            signals: Vec::new(),
        };
        plan.scripts = scripts::of(&plan, dice);
        plan.signals = signals(&plan, dice);
        plan
    }

    /// How long workers have something to do at most: the work in four parts, and the longest.
    pub fn work(&self) -> Duration {
        let work = |script: &Script| {
            let sleeps = if script.sleeps {
                self.times.sleep
            } else {
                Duration::ZERO
            };
            let fits = self.room > REPLY && script.pieces.len() == 1;
            sleeps
                + if fits {
                    Duration::ZERO
                } else {
                    script.reading(self)
                }
        };
        let all = self.scripts.iter().map(work);
        all.clone().sum::<Duration>() / 4 + all.max().unwrap_or_default()
    }

    /// What one has to wait besides when there are no descriptors: until the silent have gone.
    pub fn shortage(&self) -> Duration {
        // Each time that there is none, a quarter of the silent go.
        let a_time = (self.descriptors.saturating_sub(8) / 4).max(1);
        match self.descriptors {
            1_000 => Duration::ZERO,
            _ if self.work().is_zero() => ms(150) * self.scripts.len().div_ceil(a_time) as u32,
            _ => (self.times.request + self.times.drain + ms(1_500)) * 2,
        }
    }
}

fn times(theme: Theme, dice: &mut Dice) -> Times {
    let mut around = |millis: u64| ms(millis / 2 + dice.below(millis as usize) as u64);
    let drain = around(if theme == Uploads { 2_000 } else { 1_000 });
    Times {
        request: around(1_200),
        reply: around(800),
        drain,
        sleep: around(700),
        stop: match theme {
            ShortStop => around(800),
            _ => ms(30_000),
        },
    }
}

fn output(dice: &mut Dice) -> Output {
    let from = ms(dice.below(2_000) as u64);
    match dice.below(12) {
        0 | 1 => Output::Blocks(from, None),
        2 => Output::Blocks(from, Some(from + ms(dice.below(3_000) as u64))),
        3 => Output::Closed(from),
        _ => Output::IsRead,
    }
}

/// One at least, or the world would not end.
fn signals(plan: &Plan, dice: &mut Dice) -> Vec<(Duration, c_int)> {
    let at = ms(match dice.below(6) {
        0 => dice.below(5),
        _ => 100 + dice.below(2_400),
    } as u64);
    // Somebody who comes exactly then.
    let starts: Vec<Duration> = plan.scripts.iter().map(|script| script.start).collect();
    let at = match (plan.theme, dice.below(3)) {
        (Uploads | LastDescriptor, 0 | 1) => {
            starts[starts.len() - 1] + ms(110 + dice.below(100) as u64)
        }
        (_, 0) => starts[dice.below(starts.len())],
        _ => at,
    };
    let number = [SIGINT, SIGINT, SIGTERM, SIGHUP][dice.below(4)];
    let mut signals = vec![(at, number)];
    if number == SIGHUP && plan.hangup_is_ignored {
        signals.push((at + ms(dice.below(500) as u64), SIGINT));
    } else if dice.once_in(12) {
        signals.push((at + ms(dice.below(1_000) as u64), SIGTERM));
    }
    signals
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
            ..
        } = self;
        let (room, short, signals) = (self.room, self.short, &self.signals);
        write!(
            f,
            "seed {seed}: {theme:?}; {address}; {times:?}; standard output {output:?}; "
        )?;
        write!(
            f,
            "{descriptors} descriptors; {room} bytes a buffer; short once in {short}; "
        )?;
        write!(f, "{} clients; signals {signals:?}", self.scripts.len())
    }
}
