use std::io::{self, Write};

/// Why something was not sent as a whole, and how much of it was.
#[derive(Debug)]
pub struct Cut {
    pub written: usize,
    pub error: io::Error,
}

pub fn send(to: impl Write, bytes: &[u8]) -> Result<(), Cut> {
    let mut counting = Counting { to, written: 0 };
    let result = counting.write_all(bytes);
    let written = counting.written;
    result.map_err(|error| Cut { written, error })
}

/// Hands everything on, and counts what was taken.
struct Counting<W> {
    to: W,
    written: usize,
}

impl<W: Write> Write for Counting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.written += count;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
