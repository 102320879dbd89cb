//! The server's end of a connection of exercise 06c: what stands in its script happens.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};
use std::rc::Rc;

/// How often somebody may read in vain until the client is tired of it.
pub const TIRED: usize = 100;

pub struct State {
    /// Each chunk comes with one read, or one read fails.
    pub script: VecDeque<Result<Vec<u8>, ErrorKind>>,
    /// When all has been read, the client closes its side. Else it is silent, and may say more later.
    pub ends: bool,
    pub replies: String,
    /// How often there was nothing to read, or no room to write.
    pub in_vain: usize,
    /// How many bytes go with each write. If none does, the buffer is full.
    pub takes: usize,
}

pub struct Stream(pub Rc<RefCell<State>>);

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut state = self.0.borrow_mut();
        if let Some(next) = state.script.pop_front() {
            let next = next?;
            let mut later = next.as_slice();
            let count = later.read(buffer)?;
            if !later.is_empty() {
                state.script.push_front(Ok(later.to_vec()));
            }
            return Ok(count);
        }
        state.in_vain += 1;
        match state.ends {
            _ if state.in_vain >= TIRED => Err(ErrorKind::ConnectionReset.into()),
            true => Ok(0),
            false => Err(ErrorKind::WouldBlock.into()),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.0.borrow_mut();
        let (taken, _) = bytes.split_at(bytes.len().min(state.takes));
        if taken.is_empty() && !bytes.is_empty() {
            state.in_vain += 1;
            return Err(match state.in_vain {
                TIRED.. => ErrorKind::BrokenPipe.into(),
                _ => ErrorKind::WouldBlock.into(),
            });
        }
        state.replies.push_str(&String::from_utf8_lossy(taken));
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
