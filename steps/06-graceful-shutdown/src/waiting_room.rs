//! The waiting room: where clients wait who have not sent what we need, so that no worker has to.
//!
//! One thread looks at all of them again and again. The operating system has better means to say
//! who is ready (epoll, kqueue, IOCP), but the standard library does not reach them.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::connection::Connection;
use crate::{log, shutdown};
use step_06_graceful_shutdown::ThreadPool;

/// How often the waiting are looked at; while nobody waits, the thread sleeps.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// How many may wait. When more come, those who have waited longest are let go.
const SEATS: usize = 600;

/// How long after Ctrl-C somebody may still wait.
const LAST_CALL: Duration = Duration::from_millis(500);

/// Starts the thread, and returns it and the door: a connection that is sent through it waits
/// inside, and becomes a job of `pool` when there is something to do for it. The thread ends with the
/// last copy of the door; each connection has one, so it outlives them all.
///
/// # Errors
/// The operating system's, if it refuses the thread.
pub fn open(pool: Arc<ThreadPool>) -> io::Result<(Sender<Connection>, JoinHandle<()>)> {
    let (door, arrivals) = mpsc::channel();
    let thread = thread::Builder::new().name("waiting-room".to_string());
    let thread = thread.spawn(move || attend(&arrivals, &pool))?;
    Ok((door, thread))
}

fn attend(arrivals: &Receiver<Connection>, pool: &ThreadPool) {
    let mut waiting = Vec::new();
    while let Ok(first) = arrivals.recv() {
        waiting.push(first);
        while !waiting.is_empty() {
            thread::sleep(LOOK_EVERY);
            waiting.extend(arrivals.try_iter());
            if let Some(moment) = shutdown::requested_at() {
                for connection in &mut waiting {
                    connection.leave_by(moment + LAST_CALL);
                }
            }
            for connection in waiting.extract_if(.., |connection| connection.is_ready()) {
                pool.execute(move || connection.serve());
            }
            make_room(&mut waiting);
        }
    }
}

fn make_room(waiting: &mut Vec<Connection>) {
    let excess = waiting.len().saturating_sub(SEATS);
    if excess > 0 {
        log::line(format!(
            "the waiting room is full: {excess} silent clients let go"
        ));
        waiting.drain(..excess);
    }
}
