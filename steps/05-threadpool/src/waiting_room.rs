//! Where clients wait who have not sent what we need. Their thread looks at all of them again and
//! again: the standard library does not reach what could say who is ready (epoll, kqueue, IOCP).

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::connection::{Connection, Door};
use step_05_threadpool::ThreadPool;

/// The pause between two looks at the waiting. When they are many: a microsecond for each of them.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// How many may wait. When more come, those who have waited longest are let go.
const SEATS: usize = 4096;

/// Opens the room: whoever waits inside becomes a job of `pool` when there is something to do for it.
/// Its thread ends with the last copy of the door. Each client has one, so it outlives them all.
/// Fails if the operating system refuses the thread.
pub fn open(pool: Arc<ThreadPool>) -> io::Result<Door> {
    let (door, arrivals) = mpsc::channel();
    let thread = thread::Builder::new().name("waiting-room".to_string());
    thread.spawn(move || attend(&arrivals, &pool))?;
    Ok(door)
}

fn attend(arrivals: &Receiver<Option<Connection>>, pool: &ThreadPool) {
    let mut waiting = Vec::new();
    while let Ok(first) = arrivals.recv() {
        waiting.extend(first);
        while !waiting.is_empty() {
            thread::sleep(LOOK_EVERY.max(Duration::from_micros(waiting.len() as u64)));
            let mut quarters = 4;
            for arrival in arrivals.try_iter() {
                match arrival {
                    Some(connection) => waiting.push(connection),
                    None => quarters = 3,
                }
            }
            for connection in waiting.extract_if(.., |connection| connection.is_ready()) {
                connection.queue(pool);
            }
            let seats = SEATS.min(waiting.len() * quarters / 4);
            for connection in waiting.drain(..waiting.len() - seats) {
                connection.let_go("others need its place");
            }
        }
    }
}
