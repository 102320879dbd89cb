//! The load: clients that ask for `/` again and again.

use std::io;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use kit::PATIENCE;

use crate::target::Target;

/// How long each client goes on.
#[derive(Clone, Copy)]
pub enum Limit {
    Time(Duration),
    Requests(usize),
}

/// What the clients have seen.
pub struct Load {
    /// How long each reply took, the fastest first.
    pub latencies: Vec<Duration>,
    /// From the first request to the last reply.
    pub elapsed: Duration,
}

/// Runs `clients` threads at once against a server.
///
/// # Panics
/// If a reply is wrong or does not come: numbers about a server that fails would mean nothing.
pub fn run(target: &Target, clients: usize, limit: Limit) -> Load {
    try_run(target, clients, limit, PATIENCE).unwrap_or_else(|problem| panic!("{problem}"))
}

/// The same for a server that may fail: nobody waits for it longer than `patience`.
///
/// # Errors
/// A sentence, if a reply is wrong or does not come.
pub fn try_run(
    target: &Target,
    clients: usize,
    limit: Limit,
    patience: Duration,
) -> Result<Load, String> {
    let start = Arc::new(Barrier::new(clients + 1));
    let (sender, results) = mpsc::channel();
    for _ in 0..clients {
        let (target, start, sender) = (target.clone(), Arc::clone(&start), sender.clone());
        thread::spawn(move || {
            start.wait();
            let _ = sender.send(ask_repeatedly(&target, limit));
        });
    }
    start.wait();
    // One deadline for all. A time limit for each socket would cost two system calls per request.
    let patience = match limit {
        Limit::Time(time) => time + patience,
        Limit::Requests(_) => patience,
    };
    collect(&results, clients, patience)
}

fn collect(
    results: &Receiver<io::Result<Vec<Duration>>>,
    clients: usize,
    patience: Duration,
) -> Result<Load, String> {
    let start = Instant::now();
    let mut latencies = Vec::new();
    for _ in 0..clients {
        let left = patience.saturating_sub(start.elapsed());
        match results.recv_timeout(left) {
            Ok(Ok(of_one_client)) => latencies.extend(of_one_client),
            Ok(Err(error)) => {
                return Err(format!(
                    "one of {clients} clients asked for / in vain: {error}"
                ));
            }
            Err(_) => {
                return Err(format!(
                    "after {:?}, some of {clients} clients still wait",
                    start.elapsed()
                ));
            }
        }
    }
    let elapsed = start.elapsed();
    latencies.sort_unstable();
    Ok(Load { latencies, elapsed })
}

fn ask_repeatedly(target: &Target, limit: Limit) -> io::Result<Vec<Duration>> {
    let start = Instant::now();
    let mut latencies = Vec::new();
    let mut kept = None;
    loop {
        latencies.push(target.ask_over(&mut kept)?);
        let is_enough = match limit {
            Limit::Time(time) => start.elapsed() >= time,
            Limit::Requests(count) => latencies.len() >= count,
        };
        if is_enough {
            return Ok(latencies);
        }
    }
}
