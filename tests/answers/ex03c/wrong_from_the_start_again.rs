use std::io::{self, ErrorKind, Write};

/// Why something was not sent as a whole, and how much of it was.
#[derive(Debug)]
pub struct Cut {
    pub written: usize,
    pub error: io::Error,
}

pub fn send(mut to: impl Write, bytes: &[u8]) -> Result<(), Cut> {
    let mut written = 0;
    while written < bytes.len() {
        match to.write(bytes) {
            Ok(0) => {
                let error = ErrorKind::WriteZero.into();
                return Err(Cut { written, error });
            }
            Ok(count) => written += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(Cut { written, error }),
        }
    }
    Ok(())
}
