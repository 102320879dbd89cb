//! The operating system: its table of descriptors, its backlog, what is printed; and its start.

use crate::conn::Conn;
use crate::plan::{Output, Plan};
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::ffi::c_int;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// Standard input, output and error.
const STANDARD: usize = 3;

pub enum Listening {
    NotYet,
    At(SocketAddr),
    NoMore,
}

pub struct System {
    pub plan: Plan,
    pub conns: Vec<Conn>,
    pub backlog: VecDeque<usize>,
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

pub fn system() -> MutexGuard<'static, Option<System>> {
    SYSTEM.lock().unwrap_or_else(|poison| poison.into_inner())
}

pub fn with<T>(f: impl FnOnce(&mut System) -> T) -> T {
    f(system()
        .as_mut()
        .unwrap_or_else(|| panic!("the world begins with panic::set_hook")))
}

impl System {
    pub fn new(plan: Plan) -> System {
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

    pub fn short_since_last(&mut self) {
        self.shortages.push(walk::now());
    }

    pub fn signalled(&mut self, number: c_int) {
        self.signals.push((walk::now(), number));
    }

    pub fn stop_at(&self) -> Option<Duration> {
        self.signals.first().map(|signal| signal.0)
    }

    /// Who is left when `main` has returned prints nothing: the process has ended.
    pub fn output_now(&self) -> Output {
        match self.over {
            true => Output::Blocks(Duration::ZERO, None),
            false => self.plan.output,
        }
    }

    pub fn printed(&mut self, text: &str) {
        self.output += text;
    }
}
