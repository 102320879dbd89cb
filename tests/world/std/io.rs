//! `std::io`: pipes, and what is printed, in memory.

pub use std::io::{
    BufRead, BufReader, Bytes, Chain, Cursor, Error, ErrorKind, IoSlice, Read, Result, Seek, Sink,
    Take, Write, copy, empty, sink,
};

use crate::plan::Output;
use crate::system::{Descriptor, lock, thing, with};
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::panic::Location;
use std::sync::{Arc, Mutex};
use std::time::Duration;

struct Pipe {
    bytes: Mutex<VecDeque<u8>>,
    thing: &'static Thing,
}

pub struct PipeReader(Arc<Pipe>, Descriptor);

pub struct PipeWriter(Arc<Pipe>, Descriptor);

pub fn pipe() -> Result<(PipeReader, PipeWriter)> {
    let (bytes, thing) = (Mutex::default(), thing("pipe"));
    let pipe = Arc::new(Pipe { bytes, thing });
    let reader = PipeReader(Arc::clone(&pipe), Descriptor::new()?);
    Ok((reader, PipeWriter(pipe, Descriptor::new()?)))
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
        while lock(&self.0.bytes).is_empty() {
            self.0.thing.wait(None); // a writer is there as long as the program
        }
        let count = lock(&self.0.bytes).read(buffer)?;
        walk::say(None, || {
            format!("reads {:?} from the pipe", &buffer[..count])
        });
        Ok(count)
    }
}

impl Write for &PipeWriter {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        walk::point();
        lock(&self.0.bytes).extend(bytes);
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
        let (plan, over, never) = with(|system| (system.plan.output, system.over, system.never));
        // Who is left when `main` has returned prints nothing: the process has ended.
        let output = if over {
            Output::Blocks(Duration::ZERO, None)
        } else {
            plan
        };
        match output {
            Output::Blocks(from, until) if walk::now() >= from => {
                let place = Some(Location::caller());
                walk::say(place, || "waits: nobody reads standard output".into());
                while until.is_none_or(|until| walk::now() < until) {
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
        with(|system| system.output += &text);
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
