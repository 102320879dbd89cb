//! What the tests of all steps share: a program that is started on a free port, and clients that
//! speak HTTP to it byte by byte, well or badly.
//!
//! Every wait has a deadline, and a deadline that is missed is a failure with a sentence. A failure
//! says what was sent, what was expected, what came, and where to look.

mod cargo;
mod client;
mod expect;
mod faults;
mod given;
mod lines;
mod log;
mod machine;
mod meter;
mod program;
mod reply;
mod run;
mod server;
mod start;

pub use cargo::{build_program, cargo, executable};
pub use client::{Client, Ending};
pub use expect::{expect_replies, get, request, send_all};
pub use faults::compile;
pub use machine::{Signal, allow_open_files};
pub use meter::Meter;
pub use program::Program;
pub use reply::Reply;
pub use run::{Finished, run_to_end};
pub use server::Server;
pub use start::Output;
pub use trial::wait;

use std::time::Duration;

/// How long anything may take that should come at once. Far more than it needs, so that a busy
/// machine fails no test; a test that is about speed measures for itself.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// The failure that every check reports: four lines, always in this order.
#[track_caller]
pub fn fail(sent: &str, expected: &str, came: &str, look_at: &str) -> ! {
    panic!("\n    sent: {sent}\nexpected: {expected}\n    came: {came}\n look at: {look_at}\n");
}

/// How many bytes a message shows.
const READABLE: usize = 300;

/// Bytes as a reader can read them: text as it is, the rest escaped, and only the beginning of much.
pub fn readable(bytes: &[u8]) -> String {
    let shown = bytes.get(..READABLE).unwrap_or(bytes);
    let text = shown.escape_ascii();
    match bytes.len() - shown.len() {
        0 if bytes.is_empty() => "nothing".to_string(),
        0 => text.to_string(),
        more => format!("{text} ... and {more} more bytes"),
    }
}

/// What a client has heard, in words.
pub fn heard(received: &[u8], ending: &Ending) -> String {
    let received = readable(received);
    format!("{received}, and the connection ended so: {ending:?}")
}
