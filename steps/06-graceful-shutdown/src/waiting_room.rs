//! Where clients wait who have not sent what we need. Their thread looks at all of them again and
//! again: the standard library does not reach what could say who is ready (epoll, kqueue, IOCP).

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::connection::{Connection, Door};
use crate::shutdown::Stop;
use step_06_graceful_shutdown::ThreadPool;

/// The pause between two looks at the waiting. When they are many: a microsecond for each of them.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// How many may wait. When more come, those who have waited longest are let go.
const SEATS: usize = 4096;

/// How long a client may be silent when we stop. Whoever still sends keeps its time.
const LAST_CALL: Duration = Duration::from_millis(500);

/// Opens the room: whoever waits inside becomes a job of `pool` when there is something to do for it.
/// Its thread ends with the last copy of the door. Each client has one, so it outlives them all.
/// Fails if the operating system refuses the thread.
pub fn open(pool: Arc<ThreadPool>, stop: Arc<Stop>) -> io::Result<(Door, JoinHandle<()>)> {
    let (door, arrivals) = mpsc::channel();
    let thread = thread::Builder::new().name("waiting-room".to_string());
    Ok((door, thread.spawn(move || attend(&arrivals, &pool, &stop))?))
}

fn attend(arrivals: &Receiver<Option<Connection>>, pool: &ThreadPool, stop: &Stop) {
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
            if let Some(moment) = stop.requested_at() {
                let is_over = |c: &mut Connection| c.moved.max(moment).elapsed() > LAST_CALL;
                for connection in waiting.extract_if(.., is_over) {
                    connection.let_go("silent, and we stop");
                }
            }
            let seats = SEATS.min(waiting.len() * quarters / 4);
            for connection in waiting.drain(..waiting.len() - seats) {
                connection.let_go("others need its place");
            }
        }
    }
}
