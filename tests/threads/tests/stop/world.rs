//! What surrounds the server in an order: a client, the signal, and what is noted down of the end.

use std::net::SocketAddr;
use std::sync::mpsc::{self, Receiver, Sender};
use std::{io, mem, thread};

// Not a part of the order: what is noted down must not give the turn to another thread.
use orders::real::sync::{Arc, Mutex, MutexGuard, PoisonError};
use orders::{Explorer, Outcome};

pub struct World {
    connects: Arc<Sender<SocketAddr>>,
    pub backlog: Option<Receiver<SocketAddr>>,
    pub signals: Option<Receiver<u8>>,
    /// Which thread has ended, and what was logged.
    pub notes: Vec<String>,
}

static WORLD: Mutex<Option<World>> = Mutex::new(None);

pub fn world<T>(with: impl FnOnce(&mut World) -> T) -> T {
    with(lock(&WORLD).as_mut().expect("an order has begun"))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Fails when the listener is closed.
pub fn connect(peer: SocketAddr) -> io::Result<SocketAddr> {
    let connects = world(|world| Arc::clone(&world.connects));
    let sent = connects.send(peer);
    sent.map_err(|_| io::ErrorKind::ConnectionRefused)?;
    Ok(peer)
}

/// One client, whose request comes later, and one signal.
pub fn stops(go: fn() -> Result<(), String>) -> Outcome {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = lock(&ONE_AT_A_TIME);
    let explorer = Explorer::new("the stop closes in order, and nothing waits for ever");
    explorer.preemptions(1).explore(move || {
        let (connects, backlog) = mpsc::channel();
        let (signal, signals) = mpsc::channel();
        let world = World {
            connects: Arc::new(connects),
            backlog: Some(backlog),
            signals: Some(signals),
            notes: Vec::new(),
        };
        // What an order has left must not be dropped in the next.
        mem::forget(lock(&WORLD).replace(world));
        connect(([127, 0, 0, 1], 1).into()).expect("the kernel keeps it until it is accepted");
        let outside = thread::Builder::new().name("outside".to_string());
        let outside = outside.spawn(move || {
            signal.send(2).expect("the server waits for a signal");
        });
        let outside = outside.expect("the system has threads");
        go().expect("the server starts");
        ended_in_order();
        let _ = outside.join();
    })
}

/// In the direction in which clients walk.
fn ended_in_order() {
    let order = [
        "newcomers are refused",
        "waiting-room ends",
        "worker-1 ends",
        "Stopped",
    ];
    let notes = world(|world| world.notes.clone());
    let mut ends: Vec<&str> = notes.iter().map(String::as_str).collect();
    ends.retain(|note| order.contains(note));
    assert_eq!(ends, order, "what came to its end");
    let replies = notes.iter().filter(|note| *note == "a reply");
    assert_eq!(replies.count(), 1, "replies: {notes:?}");
}
