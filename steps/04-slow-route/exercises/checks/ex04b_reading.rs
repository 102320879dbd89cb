//! What has come of `read_line`, in forms that can be compared.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use super::super::exercise::read_line;
use super::client::Client;

pub const STUCK: &str = "It does not return. The client answers each read at once, or by a deadline that \
                     is near: what else does it wait for?";

pub type Came = Result<usize, ErrorKind>;

/// Further away than any check takes.
pub fn later() -> Instant {
    Instant::now() + Duration::from_secs(60)
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What has come of `read_line`, in a form that can be compared.
pub fn read(client: &mut Client, deadline: Instant, received: &mut Vec<u8>) -> Came {
    read_line(client, deadline, received).map_err(|error| error.kind())
}
