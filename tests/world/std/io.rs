//! `std::io`: pipes, and what is printed, in memory.

pub use std::io::{
    BufRead, BufReader, Bytes, Chain, Cursor, Error, ErrorKind, IoSlice, Read, Result, Seek, Sink,
    Take, Write, copy, empty, sink,
};

use crate::descriptors::Descriptor;
use crate::plan::Output;
use crate::system::with;
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

struct Pipe {
    bytes: Mutex<VecDeque<u8>>,
    thing: Thing,
}

pub struct PipeReader(Arc<Pipe>, Descriptor);

pub struct PipeWriter(Arc<Pipe>, Descriptor);

pub fn pipe() -> Result<(PipeReader, PipeWriter)> {
    let pipe = Arc::new(Pipe {
        bytes: Mutex::default(),
        thing: Thing::new("pipe"),
    });
    let reader = PipeReader(Arc::clone(&pipe), Descriptor::new()?);
    Ok((reader, PipeWriter(pipe, Descriptor::new()?)))
}

impl Pipe {
    fn bytes(&self) -> MutexGuard<'_, VecDeque<u8>> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PipeReader {
    pub fn try_clone(&self) -> Result<PipeReader> {
        Ok(PipeReader(Arc::clone(&self.0), Descriptor::new()?))
    }
}

impl Read for PipeReader {
    #[track_caller]
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        walk::point();
        loop {
            let (count, room) = (self.0.bytes().len(), buffer.len());
            if count > 0 {
                let bytes: Vec<u8> = self.0.bytes().drain(..count.min(room)).collect();
                let (taken, _) = buffer.split_at_mut(bytes.len());
                taken.copy_from_slice(&bytes);
                walk::say(None, || format!("reads {bytes:?} from the pipe"));
                return Ok(bytes.len());
            }
            self.0.thing.wait(None); // a writer is there as long as the program
        }
    }
}

impl Write for &PipeWriter {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        walk::point();
        self.0.bytes().extend(bytes);
        self.0.thing.changed();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

pub struct Stdout;

pub struct Stderr;

pub fn stdout() -> Stdout {
    Stdout
}

pub fn stderr() -> Stderr {
    Stderr
}

impl Write for Stdout {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        walk::point();
        let (output, never) = with(|system| (system.output_now(), Arc::clone(&system.never)));
        match output {
            Output::Blocks(from, until) if walk::now() >= from => {
                walk::say(Some(Location::caller()), || {
                    "waits: nobody reads standard output".into()
                });
                let is_over = |until| walk::now() >= until;
                while !until.is_some_and(is_over) {
                    never.wait(until);
                }
            }
            Output::Closed(from) if walk::now() >= from => {
                return Err(ErrorKind::BrokenPipe.into());
            }
            _ => {}
        }
        let text = String::from_utf8_lossy(bytes);
        for line in text.lines() {
            walk::say(None, || format!("prints {line:?}"));
        }
        with(|system| system.printed(&text));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Write for Stderr {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        walk::say(None, || format!("says on standard error {text:?}"));
        with(|system| system.errors += &text);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
