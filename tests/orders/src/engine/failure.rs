//! What can go wrong in an order, and how it is told.

use super::Report;
use std::fmt::{self, Debug, Display, Formatter};
use std::thread;

/// In which way an order fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Each waits for another, and nobody can go on.
    Deadlock,
    /// As a deadlock, but a notification came when nobody waited for it.
    LostWakeUp,
    /// Threads go on and on, and come to no end.
    Livelock,
    /// A panic, of main or of a thread that nobody joined.
    Panic,
    /// Threads that still wait when main has ended.
    Leak,
    /// The result is another than in the first order.
    OtherResult,
    /// A thread looks again and again though nothing has changed.
    Busy,
    /// The program does something else in the same order.
    Strayed,
    /// A thing of an earlier order was used.
    Carried,
    /// Something that is not covered was called.
    NotCovered,
    /// A thread does not come to its next point.
    Hangs,
}

/// What went wrong in an order, before the story is told.
#[derive(Clone, Debug)]
pub(crate) struct Trouble {
    pub kind: Kind,
    pub sentence: String,
    /// Where each thread stands, a line each.
    pub ends: Vec<String>,
}

impl Trouble {
    /// Where the threads stand does not matter.
    pub fn new(kind: Kind, sentence: impl Into<String>) -> Trouble {
        Trouble {
            kind,
            sentence: sentence.into(),
            ends: Vec::new(),
        }
    }
}

/// How many orders were tried, or the story of one that fails.
pub type Outcome = Result<Report, Box<Failure>>;

/// An order that does not keep what was promised. Printed, it is the whole story.
#[derive(Clone)]
pub struct Failure {
    pub kind: Kind,
    /// What was promised.
    pub promise: String,
    /// What went wrong, in one sentence.
    pub sentence: String,
    /// The order: a column for each thread, and a line for each event.
    pub table: String,
    /// Where each thread stood in the end, a line each.
    pub ends: Vec<String>,
    /// How many orders were tried until one failed.
    pub orders: usize,
    /// How many times a thread lost its turn though it could go on.
    pub preemptions: usize,
    /// Replays exactly this order.
    pub schedule: String,
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (promise, sentence, table) = (&self.promise, &self.sentence, &self.table);
        writeln!(f, "promised: {promise}\n\n{sentence}\n\n{table}")?;
        for end in &self.ends {
            writeln!(f, "{end}")?;
        }
        let found = match self.orders {
            1 => "The first order that was tried fails.".to_string(),
            n => format!("{n} orders were tried until one failed; this is the shortest."),
        };
        writeln!(f, "\n{found}")?;
        let lost = "a thread loses its turn though it could go on";
        match self.preemptions {
            0 => {}
            1 => writeln!(f, "It needs 1 preemption: once {lost}.")?,
            n => writeln!(f, "It needs {n} preemptions: that often {lost}.")?,
        }
        let again = format!(
            "To see exactly this order again: ORDERS_REPLAY={}",
            self.schedule
        );
        match thread::current().name() {
            Some(test) if test != "main" => writeln!(f, "{again} cargo test {test}"),
            _ => writeln!(f, "{again}"),
        }
    }
}

/// Plain text, because that is what the test harness prints.
impl Debug for Failure {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Failure {}
