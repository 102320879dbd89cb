//! The operating system: its table of descriptors, its backlog, what is printed; and its start.

use crate::plan::Plan;
use crate::wire::Conn;
use crate::{clients, report, signals};
use orders::thread;
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::env;
use std::ffi::c_int;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// The standard library asks for 128, and Linux allows one more.
const BACKLOG: usize = 129;
/// Standard input, output and error.
const STANDARD: usize = 3;
const EMFILE: i32 = 24;

pub enum Listening {
    NotYet,
    At(SocketAddr),
    NoMore,
}

pub struct System {
    pub plan: Plan,
    pub conns: Vec<Conn>,
    backlog: VecDeque<usize>,
    pub arrivals: Arc<Thing>,
    pub listening: Listening,
    /// Who had ended when the listener was closed.
    pub ended_before: Vec<String>,
    pub descriptors: usize,
    /// When `accept` last had no descriptor, and how often it was so.
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
    pub never: Arc<Thing>,
}

static SYSTEM: Mutex<Option<System>> = Mutex::new(None);

fn system() -> MutexGuard<'static, Option<System>> {
    SYSTEM.lock().unwrap_or_else(|poison| poison.into_inner())
}

pub fn with<T>(f: impl FnOnce(&mut System) -> T) -> T {
    f(system()
        .as_mut()
        .unwrap_or_else(|| panic!("the world begins with panic::set_hook")))
}

/// The world of the seed that the environment names.
pub fn begin() {
    let seed = env::var("WORLD_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| panic!("WORLD_SEED is no number"));
    let plan = Plan::new(seed);
    let tell = env::var_os("WORLD_STORY").is_some();
    walk::begin(seed, plan.once_in, tell, report::stuck);
    if plan.hangup_is_ignored {
        signals::ignore_hangup();
    }
    walk::say(None, || plan.to_string());
    let (scripts, sent) = (plan.scripts.clone(), plan.signals.clone());
    *system() = Some(System::new(plan));
    clients::begin(scripts);
    start("kernel", move || signals::send_all(sent));
}

/// A thread of the world around the server.
pub fn start(name: &str, run: impl FnOnce() + Send + 'static) {
    let builder = thread::Builder::new()
        .name(name.to_string())
        .stack_size(128 * 1024);
    if let Err(error) = builder.spawn(run) {
        panic!("the real system has no thread for {name}: {error}");
    }
}

impl System {
    fn new(plan: Plan) -> System {
        System {
            conns: Vec::new(),
            backlog: VecDeque::new(),
            arrivals: Arc::new(Thing::new("backlog")),
            listening: Listening::NotYet,
            ended_before: Vec::new(),
            descriptors: STANDARD,
            shortages: Vec::new(),
            signals: Vec::new(),
            output: String::new(),
            errors: String::new(),
            clients: plan.scripts.len(),
            over: false,
            never: Arc::new(Thing::new("end of the pipe that nobody reads")),
            plan,
        }
    }

    /// Who has waited longest. One that has gone already may be an error.
    pub fn accept(&mut self) -> Option<io::Result<(usize, SocketAddr)>> {
        let number = self.backlog.pop_front()?;
        self.arrivals.changed(); // there is room
        let conn = &mut self.conns[number];
        if conn.is_reset() && self.plan.aborts {
            return Some(Err(ErrorKind::ConnectionAborted.into()));
        }
        conn.accepted_at = Some(walk::now());
        Some(Ok((number, conn.peer)))
    }

    pub fn close_listener(&mut self) -> usize {
        self.listening = Listening::NoMore;
        self.ended_before = walk::ended().into_iter().map(|(name, _)| name).collect();
        self.arrivals.changed();
        for number in &self.backlog {
            self.conns[*number].reset();
            self.conns[*number].thing.changed();
        }
        self.backlog.drain(..).count()
    }

    pub fn short_since_last(&mut self) {
        self.shortages.push(walk::now());
    }

    pub fn signalled(&mut self, number: c_int) {
        self.signals.push((walk::now(), number));
    }

    pub fn stop_at(&self) -> Option<Duration> {
        self.signals.first().map(|signal| signal.0)
    }

    pub fn printed(&mut self, text: &str) {
        self.output += text;
    }

    fn free_place(&mut self, address: SocketAddr) -> Option<io::Result<usize>> {
        let serves = |at: SocketAddr| {
            let ip = at.ip() == address.ip() || at.ip().is_unspecified();
            ip && at.port() == address.port()
        };
        match self.listening {
            Listening::At(at) if serves(at) && self.backlog.len() < BACKLOG => {
                let number = self.conns.len();
                let port = 50_000 + number as u16;
                self.conns.push(Conn::new((address.ip(), port).into()));
                self.backlog.push_back(number);
                self.arrivals.changed();
                Some(Ok(number))
            }
            Listening::At(at) if serves(at) => None,
            _ => Some(Err(ErrorKind::ConnectionRefused.into())),
        }
    }
}

/// A connection that waits to be accepted. While the backlog is full, it waits for a place there.
#[track_caller]
pub fn connect(address: SocketAddr, limit: Option<Duration>) -> io::Result<usize> {
    loop {
        let (place, changed) =
            with(|system| (system.free_place(address), Arc::clone(&system.arrivals)));
        match place {
            Some(result) => return result,
            None if limit.is_some_and(|limit| walk::now() >= limit) => {
                return Err(ErrorKind::TimedOut.into());
            }
            None => _ = changed.wait(limit),
        }
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
