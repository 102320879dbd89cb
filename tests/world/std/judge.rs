//! What each client is promised, and whether it got that.

use crate::plan::ms;
use crate::reply::is_right;
use crate::scripts::{Expects, Script};
use crate::system::with;
use crate::wire::End;
use std::time::Duration;

/// How a reply ends.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum How {
    /// The other side has said that this was all.
    Said,
    Reset,
    #[default]
    Never,
}

/// What happened to a client.
#[derive(Default)]
pub struct Facts {
    pub end: End,
    pub connected_at: Duration,
    /// It came after the signal.
    pub is_newcomer: bool,
    /// When it had sent a whole head.
    pub whole_at: Option<Duration>,
    pub sent_at: Duration,
    pub received: Vec<u8>,
    pub how: How,
    pub ended_at: Duration,
}

/// A pause that may be taken for silence at a stop; half a second is.
const SILENCE: Duration = ms(400);
/// Who has waited so long and has ended its side may be taken for one that has left.
const LONG: Duration = ms(490);
/// What a look at the waiting, a turn and a pause of a few milliseconds may cost.
const MOMENT: Duration = ms(60);

/// # Errors
/// What was promised, and what came.
pub fn judge(script: &Script, facts: &Facts) -> Result<(), String> {
    let came = facts.came();
    if facts.how == How::Never {
        return Err(format!("it waits for ever; so far {came}"));
    }
    in_time(script, facts)?;
    let nothing = facts.received.is_empty();
    match script.expects {
        Expects::Anything => Ok(()),
        Expects::Nothing if nothing => Ok(()),
        Expects::Reply(status, is_head) if is_right(script, facts, status, is_head) => Ok(()),
        Expects::TooLate if is_right(script, facts, 408, script.asks_for_a_head()) => {
            not_too_early(facts)
        }
        _ if facts.is_excused(script) && (nothing || facts.how == How::Reset) => Ok(()),
        Expects::TooLate if facts.came_late_to_it() => Ok(()),
        Expects::Nothing => Err(format!("a reply to a request for /panic: {came}")),
        Expects::TooLate => Err(format!("no 408, though it did not go on: {came}")),
        Expects::Reply(status, _) => Err(format!(
            "it sent a whole request and stayed, and did not get its whole {status}: {came}"
        )),
    }
}

impl Facts {
    fn came(&self) -> String {
        let text = String::from_utf8_lossy(&self.received);
        let line = text.lines().next().unwrap_or("nothing");
        let end = match self.how {
            How::Said => "and then the end",
            How::Reset => "and then a reset",
            How::Never => "and no end",
        };
        format!("{line} ({} bytes), {end}", self.received.len())
    }

    /// Whether it may get no reply.
    fn is_excused(&self, script: &Script) -> bool {
        with(|system| {
            let pauses = || script.pieces.iter().any(|(pause, _)| *pause >= SILENCE);
            let during = self.connected_at..=self.ended_at;
            let short = system.shortages.iter().any(|at| during.contains(at));
            let stops = system.stop_at().is_some_and(|at| at <= self.ended_at);
            let has_waited = system.conns[self.end.0].in_vain;
            self.is_newcomer
                || short && has_waited
                || stops && (self.whole_at.is_none() || pauses())
                || script.ends && self.ended_at - self.connected_at >= LONG
        })
    }

    fn accepted_at(&self) -> Duration {
        with(|system| system.conns[self.end.0].accepted_at).unwrap_or(self.ended_at)
    }

    /// So late that all was there by then.
    fn came_late_to_it(&self) -> bool {
        let is_busy = with(|system| !system.plan.work().is_zero());
        is_busy || self.accepted_at() > self.connected_at + ms(100)
    }
}

fn not_too_early(facts: &Facts) -> Result<(), String> {
    let due = facts.accepted_at() + with(|system| system.plan.times.request);
    let at = facts.ended_at;
    match at >= due {
        true => Ok(()),
        false => Err(format!("408 at {at:?}, and it had until {due:?}")),
    }
}

/// Nobody waits longer than the deadlines say, and others keep the workers busy.
fn in_time(script: &Script, facts: &Facts) -> Result<(), String> {
    let accepted = facts.accepted_at();
    let pause = script.pieces.iter().map(|(pause, _)| *pause).max();
    let due = with(|system| {
        let plan = &system.plan;
        let since = match facts.whole_at {
            Some(whole) => whole.max(facts.sent_at),
            None => accepted + plan.times.request,
        };
        let own = script.reading(plan) + pause.unwrap_or_default();
        // In a stop, the listener is woken only when the backlog has room for that.
        let wake_up = ms(100) * u32::from(plan.scripts.len() > 100);
        since + plan.work() + plan.shortage() + own + wake_up + MOMENT
    });
    let (at, came) = (facts.ended_at, facts.came());
    match at <= due {
        true => Ok(()),
        false => Err(format!(
            "it waits until {at:?}; by {due:?} it must have been told: {came}"
        )),
    }
}
