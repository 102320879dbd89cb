//! What is said if a process has ended without a verdict.

use std::process::ExitStatus;
use std::time::Duration;

/// `said` is the last that it printed. It helps to find the right question, and decides nothing.
pub fn without_verdict(status: Option<ExitStatus>, limit: Duration, said: &str) -> String {
    match status {
        None => format!(
            "It has not ended after {} seconds. Does something wait for what never comes, or loop \
             for ever?",
            limit.as_secs()
        ),
        Some(status) => format!(
            "The process ended before the check was over ({status}). {}",
            question(status, said)
        ),
    }
}

/// Many ends have one signal: a full stack, a failed allocation and `abort` all come as SIGABRT. The
/// standard library prints which of the first two it is.
fn question(status: ExitStatus, said: &str) -> &'static str {
    match status.code() {
        _ if said.contains("has overflowed its stack") => {
            "A stack was full. Does something call itself without end?"
        }
        _ if said.contains("memory allocation of ") => {
            "There was not so much memory. How much is asked for, and does something grow without end?"
        }
        Some(_) => "Does something end the whole process?",
        None => {
            "Why is not known. Does something end the whole process, panic within a panic, or take \
             more memory than there is?"
        }
    }
}
