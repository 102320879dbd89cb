//! `std::io`, with a standard output that is read by the test, or by nobody.

pub use orders::io::*;

// Not a part of the order: only the wait for a reader is one.
use orders::real::sync::Mutex;
use orders::thread::{self, Thread};
use std::time::Duration;

struct Pipe {
    is_read: bool,
    text: String,
    waits: Option<Thread>,
}

static PIPE: Mutex<Pipe> = Mutex::new(Pipe {
    is_read: true,
    text: String::new(),
    waits: None,
});

pub struct Stdout;

pub fn stdout() -> Stdout {
    Stdout
}

impl Write for Stdout {
    fn write(&mut self, text: &[u8]) -> Result<usize> {
        thread::sleep(Duration::from_millis(1)); // others go on meanwhile
        loop {
            let mut pipe = PIPE.lock().expect("nobody panics with it");
            if pipe.is_read {
                pipe.text.push_str(&String::from_utf8_lossy(text));
                return Ok(text.len());
            }
            pipe.waits = Some(thread::current());
            drop(pipe);
            thread::park();
        }
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Whether somebody reads, from now on.
pub fn read(is_read: bool) {
    let mut pipe = PIPE.lock().expect("nobody panics with it");
    pipe.is_read = is_read;
    let waits = pipe.waits.take();
    drop(pipe);
    if let Some(thread) = waits {
        thread.unpark();
    }
}

/// What has been written.
pub fn written() -> String {
    PIPE.lock().expect("nobody panics with it").text.clone()
}
