//! What must hold when the server has stopped.

use crate::conn::{Conn, SERVER};
use crate::plan::{Output, Plan, ms};
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
const GAVE_UP: &str = "time-limit: Gave up after ";

impl System {
    pub fn has_stopped(&self, code: i32) -> Result<(), String> {
        let errors = &self.errors;
        let too_early = || format!("main returns {code} before any signal: {errors}");
        let took = walk::now() - self.stop_at().ok_or_else(too_early)?;
        ended_in_order()?;
        let (open, most) = (self.descriptors, self.stop_bound());
        let room_is_first = self.ended_before.iter().any(|name| name == "waiting-room");
        let is_open = !matches!(self.listening, Listening::NoMore);
        let says_so = self.output.lines().any(|line| line == "Stopped");
        let sentence = match () {
            () if code != 0 => format!("main returns {code}: {errors}"),
            () if is_open => "the listener is open".to_string(),
            () if room_is_first => {
                "the waiting room has ended before the listener was closed".to_string()
            }
            () if open != DESCRIPTORS => {
                format!("{open} descriptors are open at the end; {DESCRIPTORS} should be")
            }
            () if took > most => {
                format!("the stop took {took:?}; it should have taken {most:?} at most")
            }
            () if self.plan.output == Output::IsRead && !says_so => {
                "the log does not say `Stopped`".to_string()
            }
            () => return Ok(()),
        };
        Err(sentence)
    }

    /// How long a stop may take.
    fn stop_bound(&self) -> Duration {
        let Plan {
            times,
            output,
            scripts,
            ..
        } = &self.plan;
        let sends = scripts.iter().any(|script| script.pieces.len() > 1);
        let sending = (times.request + times.drain) * u32::from(sends);
        let blocks = matches!(output, Output::Blocks(..));
        let flush = FLUSH * u32::from(blocks);
        LAST_CALL + sending + self.plan.work() + self.plan.shortage() + flush + MOMENT
    }

    /// By a second signal, or at the end of the time for the stop.
    pub fn has_given_up(&self, code: i32) -> Result<(), String> {
        let now = walk::now();
        match (self.signals.as_slice(), code) {
            (_, 1) => self.time_was_over(now),
            ([_, .., (at, number)], _) if code == 128 + number && now <= *at + WAKE_UP => Ok(()),
            (signals, _) => Err(format!("exits with {code}; signals were {signals:?}")),
        }
    }

    fn time_was_over(&self, now: Duration) -> Result<(), String> {
        let (stop, bound) = (self.plan.times.stop, self.stop_bound());
        let over = self.stop_at().unwrap_or(now) + stop;
        let said = self
            .output
            .lines()
            .find_map(|line| line.strip_prefix(GAVE_UP));
        let said = said.and_then(|line| line.rsplit(' ').next()?.parse().ok());
        match (self.guests(over), said) {
            _ if now < over || now > over + FLUSH + MOMENT => Err(format!(
                "exits with 1 at {now:?}; the time for the stop ends at {over:?}"
            )),
            _ if stop > bound => Err(format!(
                "it gives up, though it should need {bound:?} at most"
            )),
            (_, None) if self.plan.output != Output::IsRead => Ok(()),
            (_, Some(0)) => Err("it gives up, and everybody has left".to_string()),
            (count, Some(said)) if count.contains(&said) => Ok(()),
            (count, said) => Err(format!(
                "it says that it gave up on {said:?} clients; here are {count:?}"
            )),
        }
    }

    /// How many clients were there at that time: at the moment itself, some may have come or gone.
    fn guests(&self, at: Duration) -> RangeInclusive<usize> {
        let times = |conn: &Conn| Some((conn.accepted_at?, conn.closed_at[SERVER]));
        let times = self.conns.iter().filter_map(times);
        let surely = |&(came, gone): &(Duration, Option<Duration>)| {
            came < at && gone.is_none_or(|gone| gone > at)
        };
        let perhaps = |&(came, gone): &(Duration, Option<Duration>)| {
            came <= at && gone.is_none_or(|gone| gone >= at)
        };
        times.clone().filter(surely).count()..=times.filter(perhaps).count()
    }
}

/// In the direction in which clients walk, and nobody with a panic.
fn ended_in_order() -> Result<(), String> {
    let ended = walk::ended();
    if let Some((name, Some(panic))) = ended.iter().find(|(_, panic)| panic.is_some()) {
        return Err(format!("{name} has ended with a panic: {panic}"));
    }
    let mut names: Vec<&str> = ended.iter().map(|(name, _)| name.as_str()).collect();
    names.retain(|name| name.starts_with("worker-") || *name == "waiting-room");
    match names.as_slice() {
        ["waiting-room", _, _, _, _] => Ok(()),
        names => Err(format!(
            "the room and four workers should have ended, in this order: {names:?}"
        )),
    }
}
