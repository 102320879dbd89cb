//! What surrounds the server in an order: who connects, the signal, and what the server does then.

use std::mem;
use std::net::SocketAddr;
use std::sync::mpsc::{self, Receiver, Sender};

// Not a part of the order: what is noted down must not give the turn to another thread.
use orders::real::sync::{Arc, Mutex, MutexGuard, PoisonError};
use orders::{Explorer, Outcome};

struct World {
    connects: Arc<Sender<SocketAddr>>,
    backlog: Option<Receiver<SocketAddr>>,
    signals: Option<Receiver<u8>>,
    /// Which thread has ended, and what was logged.
    notes: Vec<String>,
}

static WORLD: Mutex<Option<World>> = Mutex::new(None);

fn world<T>(with: impl FnOnce(&mut World) -> T) -> T {
    with(lock(&WORLD).as_mut().expect("an order has begun"))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub fn backlog() -> Receiver<SocketAddr> {
    world(|world| world.backlog.take()).expect("there is one listener")
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
        let outside = thread::Builder::new().name("outside".to_string());
        let outside = outside.spawn(move || {
            connect(([127, 0, 0, 1], 1).into()).expect("the server listens");
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
    let notes = self::world(|world| world.notes.clone());
    let mut ends: Vec<&str> = notes.iter().map(String::as_str).collect();
    ends.retain(|note| order.contains(note));
    assert_eq!(ends, order, "what came to its end");
    let replies = notes.iter().filter(|note| *note == "a reply");
    assert_eq!(replies.count(), 1, "replies: {notes:?}");
}

pub mod thread {
    //! `std::thread`, where the end of a thread is noted down.
    pub use orders::thread::*;
    use std::{io, panic};

    pub struct Builder(orders::thread::Builder, String);

    impl Builder {
        #[allow(clippy::new_without_default)] // the real one has none
        pub fn new() -> Builder {
            Builder(orders::thread::Builder::new(), String::new())
        }

        pub fn name(self, name: String) -> Builder {
            Builder(self.0.name(name.clone()), name)
        }

        #[track_caller]
        pub fn spawn(self, f: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
            let name = self.1;
            self.0.spawn(move || {
                let ended = panic::catch_unwind(panic::AssertUnwindSafe(f));
                match ended {
                    Err(payload) if !payload.is::<super::process::Exit>() => {
                        panic::resume_unwind(payload)
                    }
                    _ => super::log::line(format!("{name} ends")),
                }
            })
        }
    }
}

pub mod process {
    //! The end of the process ends only the thread here: the server is at its end already.
    pub use orders::process::*;

    pub struct Exit;

    pub fn exit(_: i32) -> ! {
        std::panic::resume_unwind(Box::new(Exit))
    }
}

pub mod io {
    //! `std::io`, where a pipe is a channel.
    pub use orders::io::*;
    use std::sync::mpsc::Receiver;

    pub struct PipeReader(pub Option<Receiver<u8>>);

    impl PipeReader {
        /// The copy is only held, to have a descriptor to spare.
        pub fn try_clone(&self) -> Result<PipeReader> {
            Ok(PipeReader(None))
        }
    }

    impl Read for PipeReader {
        fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
            let next = self.0.as_ref().and_then(|bytes| bytes.recv().ok());
            Ok(next.map_or(0, |byte| {
                bytes[0] = byte;
                1
            }))
        }
    }
}

pub mod signals {
    use std::io;

    pub fn receive() -> io::Result<io::PipeReader> {
        Ok(io::PipeReader(super::world(|world| world.signals.take())))
    }
}

pub mod env {
    pub use orders::env::*;

    pub fn args_os() -> std::iter::Empty<std::ffi::OsString> {
        std::iter::empty()
    }
}

pub mod log {
    pub fn line(text: impl std::fmt::Display) {
        let text = text.to_string();
        super::world(|world| world.notes.push(text));
    }

    pub fn start() -> std::io::Result<()> {
        Ok(())
    }

    pub fn flush() {}
}

pub mod settings {
    use std::time::Duration;

    pub static STOP_TIME: &Duration = &Duration::from_secs(30);

    pub fn read() {}
}
