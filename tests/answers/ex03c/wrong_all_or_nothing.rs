use std::io::{self, Write};

/// Why something was not sent as a whole, and how much of it was.
#[derive(Debug)]
pub struct Cut {
    pub written: usize,
    pub error: io::Error,
}

pub fn send(mut to: impl Write, bytes: &[u8]) -> Result<(), Cut> {
    to.write_all(bytes)
        .map_err(|error| Cut { written: 0, error })
}
