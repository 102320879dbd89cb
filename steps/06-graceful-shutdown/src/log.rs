//! The log: one line per event, on standard output.
//!
//! Only one thread writes. Standard output may be a pipe that nobody empties, and then the write
//! waits for ever: let it be this thread that waits, and not one that has clients.

use std::io::{self, Write};
use std::iter;
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread;
use std::time::Duration;

/// Lines that may wait to be written. Further ones are dropped: a log is worth less than a reply.
const LIMIT: usize = 1024;

/// Lines of this time are written together, which costs far less than one at a time.
const GATHER: Duration = Duration::from_millis(5);

enum Entry {
    Line(String),
    Flush(Sender<()>),
}

static QUEUE: LazyLock<SyncSender<Entry>> = LazyLock::new(start_writer);

/// Writes one line, some milliseconds later. Never waits, and never fails.
pub fn line(text: String) {
    let current = thread::current();
    let text = match current.name() {
        Some(worker) if worker.starts_with("worker") => format!("{worker}: {text}"),
        _ => text,
    };
    let _ = QUEUE.try_send(Entry::Line(text));
}

/// Returns when all earlier lines are written, or after a second if nobody reads them.
pub fn flush() {
    let (written, wait) = mpsc::channel();
    if QUEUE.try_send(Entry::Flush(written)).is_ok() {
        let _ = wait.recv_timeout(Duration::from_secs(1));
    }
}

fn start_writer() -> SyncSender<Entry> {
    let (sender, queue) = mpsc::sync_channel(LIMIT);
    // Without this thread (the system may refuse one) there is no log; the server serves on.
    let _ = thread::Builder::new()
        .name("log".to_string())
        .spawn(move || write(&queue));
    sender
}

fn write(queue: &Receiver<Entry>) {
    while let Ok(first) = queue.recv() {
        thread::sleep(GATHER);
        let mut text = String::new();
        let mut flushes = Vec::new();
        for entry in iter::once(first).chain(queue.try_iter()) {
            match entry {
                Entry::Line(line) => text = text + &line + "\n",
                Entry::Flush(written) => flushes.push(written),
            }
        }
        // A closed standard output is no reason to stop.
        let _ = io::stdout().write_all(text.as_bytes());
        drop(flushes); // and whoever waits at the other end sees that
    }
}
