use std::io::{self, ErrorKind, Write};

/// Why something was not sent as a whole, and how much of it was.
#[derive(Debug)]
pub struct Cut {
    pub written: usize,
    pub error: io::Error,
}

pub fn send(mut to: impl Write, bytes: &[u8]) -> Result<(), Cut> {
    let error = loop {
        match to.write(bytes) {
            Ok(0) if !bytes.is_empty() => break ErrorKind::WriteZero.into(),
            Ok(_) => return Ok(()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => break error,
        }
    };
    Err(Cut { written: 0, error })
}
