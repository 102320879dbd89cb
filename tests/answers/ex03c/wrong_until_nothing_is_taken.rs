use std::io::{self, ErrorKind, Write};

/// Why something was not sent as a whole, and how much of it was.
#[derive(Debug)]
pub struct Cut {
    pub written: usize,
    pub error: io::Error,
}

pub fn send(mut to: impl Write, bytes: &[u8]) -> Result<(), Cut> {
    let mut rest = bytes;
    loop {
        let error = match to.write(rest) {
            Ok(0) if rest.is_empty() => return Ok(()),
            Ok(0) => ErrorKind::WriteZero.into(),
            Ok(count) => {
                rest = rest.get(count..).unwrap_or_default();
                continue;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => error,
        };
        let written = bytes.len() - rest.len();
        return Err(Cut { written, error });
    }
}
