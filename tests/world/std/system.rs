//! The operating system: its table of descriptors, its backlog, its signals, what is printed.

use crate::conn::Conn;
use crate::plan::Plan;
use orders::walk::Thing;
use std::collections::VecDeque;
use std::ffi::c_int;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Standard input, output and error.
const STANDARD: usize = 3;
/// "Too many open files", on every Unix.
const EMFILE: i32 = 24;

pub enum Listening {
    NotYet,
    At(SocketAddr),
    NoMore,
}

impl Listening {
    /// What a client connects to; `None`: nobody listens yet.
    pub fn address(&self) -> Option<io::Result<SocketAddr>> {
        match self {
            Listening::NotYet => None,
            Listening::NoMore => Some(Err(ErrorKind::ConnectionRefused.into())),
            Listening::At(SocketAddr::V4(at)) => Some(Ok((Ipv4Addr::LOCALHOST, at.port()).into())),
            Listening::At(SocketAddr::V6(at)) => Some(Ok((Ipv6Addr::LOCALHOST, at.port()).into())),
        }
    }
}

pub struct System {
    pub plan: Plan,
    pub conns: Vec<Conn>,
    pub backlog: VecDeque<usize>,
    pub arrivals: &'static Thing,
    pub listening: Listening,
    /// Who had ended when the listener was closed.
    pub ended_before: Vec<String>,
    pub descriptors: usize,
    /// When `accept` had no descriptor.
    pub shortages: Vec<Duration>,
    /// The signals that the server has been sent, and when.
    pub signals: Vec<(Duration, c_int)>,
    /// All that was printed, and on standard error.
    pub output: String,
    pub errors: String,
    /// Clients that are still there.
    pub clients: usize,
    /// `main` has returned. Who is still there reads on.
    pub over: bool,
    /// Nothing ever happens to it.
    pub never: &'static Thing,
}

static SYSTEM: Mutex<Option<System>> = Mutex::new(None);

pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub fn with<T>(f: impl FnOnce(&mut System) -> T) -> T {
    let mut system = lock(&SYSTEM);
    f(system
        .as_mut()
        .expect("the world begins with panic::set_hook"))
}

/// As long as the process, as all in it.
pub fn thing(kind: &'static str) -> &'static Thing {
    Box::leak(Box::new(Thing::new(kind)))
}

impl System {
    pub fn begin(plan: Plan) {
        let system = System {
            conns: Vec::new(),
            backlog: VecDeque::new(),
            arrivals: thing("backlog"),
            listening: Listening::NotYet,
            ended_before: Vec::new(),
            descriptors: STANDARD,
            shortages: Vec::new(),
            signals: Vec::new(),
            output: String::new(),
            errors: String::new(),
            clients: plan.scripts.len(),
            over: false,
            never: thing("end of the pipe that nobody reads"),
            plan,
        };
        *lock(&SYSTEM) = Some(system);
    }

    pub fn stop_at(&self) -> Option<Duration> {
        self.signals.first().map(|signal| signal.0)
    }
}

/// A place in the server's table.
#[derive(Debug)]
pub struct Descriptor(());

impl Descriptor {
    pub fn new() -> io::Result<Descriptor> {
        with(|system| {
            if system.descriptors >= system.plan.descriptors {
                return Err(io::Error::from_raw_os_error(EMFILE));
            }
            system.descriptors += 1;
            Ok(Descriptor(()))
        })
    }
}

impl Drop for Descriptor {
    fn drop(&mut self) {
        with(|system| system.descriptors -= 1);
    }
}
