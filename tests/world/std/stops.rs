//! What must hold when the server has stopped.

use crate::conn::SERVER;
use crate::plan::{Output, ms};
use crate::system::{Listening, System};
use orders::walk;
use std::ops::RangeInclusive;
use std::time::Duration;

/// The three that each process has, and both ends of the pipe for signals.
const DESCRIPTORS: usize = 5;
/// How long a flush waits for whoever reads the log.
const FLUSH: Duration = ms(1_000);
/// How long the wake-up of the listener may take, and who does that takes the second signal.
const WAKE_UP: Duration = ms(101);
/// How long silent clients may delay a stop.
const LAST_CALL: Duration = ms(500);
const MOMENT: Duration = ms(300);
/// What the last line says before how many.
const GAVE_UP: &str = "time-limit: Gave up on ";

fn wrong<T>(sentence: impl Into<String>) -> Result<T, String> {
    Err(sentence.into())
}

impl System {
    pub fn has_stopped(&self, code: i32) -> Result<(), String> {
        let Some(stop) = self.stop_at() else {
            return wrong(format!(
                "main returns {code} before any signal: {}",
                self.errors
            ));
        };
        ended_in_order()?;
        match (self.descriptors, walk::now() - stop, self.stop_bound()) {
            _ if code != 0 => wrong(format!("main returns {code}: {}", self.errors)),
            _ if !matches!(self.listening, Listening::NoMore) => wrong("the listener is open"),
            _ if self.ended_before.iter().any(|name| name == "waiting-room") => {
                wrong("the waiting room has ended before the listener was closed")
            }
            (open, ..) if open != DESCRIPTORS => wrong(format!(
                "{open} descriptors are open at the end; {DESCRIPTORS} should be"
            )),
            (_, took, most) if took > most => wrong(format!(
                "the stop took {took:?}; it should have taken {most:?} at most"
            )),
            _ if self.plan.output != Output::IsRead => Ok(()),
            _ if !self.output.lines().any(|line| line == "Stopped") => {
                wrong("the log does not say `Stopped`")
            }
            _ => Ok(()),
        }
    }

    /// How long a stop may take.
    fn stop_bound(&self) -> Duration {
        let times = self.plan.times;
        let sends = self
            .plan
            .scripts
            .iter()
            .any(|script| script.pieces.len() > 1);
        let sending = (times.request + times.drain) * u32::from(sends);
        let flush = match self.plan.output {
            Output::Blocks(..) => FLUSH,
            _ => Duration::ZERO,
        };
        LAST_CALL + sending + self.plan.work() + self.plan.shortage() + flush + MOMENT
    }

    /// By a second signal, or at the end of the time for the stop.
    pub fn has_given_up(&self, code: i32) -> Result<(), String> {
        let now = walk::now();
        match (self.signals.as_slice(), code) {
            (_, 1) => self.time_was_over(now),
            ([_, .., (at, number)], _) if code == 128 + number && now <= *at + WAKE_UP => Ok(()),
            (signals, _) => wrong(format!("exits with {code}; signals were {signals:?}")),
        }
    }

    fn time_was_over(&self, now: Duration) -> Result<(), String> {
        let over = self.stop_at().unwrap_or(now) + self.plan.times.stop;
        if now < over || now > over + FLUSH + MOMENT {
            return wrong(format!(
                "exits with 1 at {now:?}; the time for the stop ends at {over:?}"
            ));
        }
        if self.plan.times.stop > self.stop_bound() {
            let bound = self.stop_bound();
            return wrong(format!(
                "it gives up, though it should need {bound:?} at most"
            ));
        }
        let said = self
            .output
            .lines()
            .find_map(|line| line.strip_prefix(GAVE_UP));
        let said = said.and_then(|line| line.split(' ').next()?.parse().ok());
        match (self.guests(over), said) {
            (_, None) if self.plan.output != Output::IsRead => Ok(()),
            (count, Some(said)) if count.contains(&said) => Ok(()),
            (count, said) => wrong(format!(
                "it says that it gave up on {said:?} clients; here are {count:?}"
            )),
        }
    }

    /// How many clients were there at that time: at the moment itself, some may have come or gone.
    fn guests(&self, at: Duration) -> RangeInclusive<usize> {
        let here = self.conns.iter().filter(|conn| {
            conn.accepted_at.is_some_and(|came| came <= at)
                && conn.closed_at[SERVER].is_none_or(|gone| gone >= at)
        });
        let then = Some(at);
        let surely = here
            .clone()
            .filter(|conn| conn.closed_at[SERVER] != then && conn.accepted_at != then);
        surely.count()..=here.count()
    }
}

/// In the direction in which clients walk, and nobody with a panic.
fn ended_in_order() -> Result<(), String> {
    let ended = walk::ended();
    if let Some((name, Some(panic))) = ended.iter().find(|(_, panic)| panic.is_some()) {
        return wrong(format!("{name} has ended with a panic: {panic}"));
    }
    let server = |name: &str| name.starts_with("worker-") || name == "waiting-room";
    let names: Vec<&str> = ended
        .iter()
        .map(|(name, _)| &**name)
        .filter(|name| server(name))
        .collect();
    let room_is_first = names.first() == Some(&"waiting-room");
    match room_is_first && names.len() == 5 {
        true => Ok(()),
        false => wrong(format!(
            "the room and four workers should have ended, in this order: {names:?}"
        )),
    }
}
