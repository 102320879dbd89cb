//! Exercise 06a: a stop that does not wait for ever.
//!
//! Dropping the pool waits until every job is done, and a job may never be. Give the pool a
//! `shutdown` that waits no longer than it is told to, and says who is still at work.
//!
//!     match pool.shutdown(Duration::from_secs(30)) {
//!         Ok(()) => println!("Stopped"),
//!         Err(Stragglers(names)) => println!("Still at work: {}", names.join(", ")),
//!     }
//!
//! Check it with: cargo test --test ex06a

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send + 'static>;

/// The pool of the step. Dropping it waits until every job is done that it was given.
pub struct ThreadPool {
    jobs: Option<SyncSender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

/// The names of the workers that are still at work when the time is over.
#[derive(Debug, PartialEq)]
pub struct Stragglers(pub Vec<String>);

impl ThreadPool {
    /// Takes in no more jobs, and waits until those in the queue are done, but no longer than
    /// `limit` for all workers together. Every worker that ends in time is joined. The others are
    /// left alone: nobody can end a thread from outside. They still do what is in the queue.
    ///
    /// Whoever looks again and again sleeps between two looks, for no longer than ten milliseconds.
    ///
    /// # Errors
    /// The names of those that have not ended in time.
    pub fn shutdown(self, limit: Duration) -> Result<(), Stragglers> {
        let _ = limit;
        todo!("close the queue, join those who end in time, and name the others")
    }

    // From here on it is the step's, and can stay as it is.

    /// Starts `size` workers, `worker-1` and so on, with room for `queue` jobs that wait for one.
    ///
    /// # Errors
    /// The operating system's, if it refuses a thread.
    pub fn new(size: usize, queue: usize) -> io::Result<ThreadPool> {
        let (sender, receiver) = mpsc::sync_channel(queue);
        let receiver = Arc::new(Mutex::new(receiver));
        let mut pool = ThreadPool {
            jobs: Some(sender),
            workers: Vec::new(),
        };
        for number in 1..=size {
            let receiver = Arc::clone(&receiver);
            let thread = thread::Builder::new().name(format!("worker-{number}"));
            pool.workers.push(thread.spawn(move || work(&receiver))?);
        }
        Ok(pool)
    }

    /// Puts a job into the queue; while the queue is full, waits.
    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Box::new(job));
        }
    }
}

impl Drop for ThreadPool {
    /// Closes the queue, then waits for the workers.
    fn drop(&mut self) {
        drop(self.jobs.take());
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match job {
            Ok(job) => drop(panic::catch_unwind(AssertUnwindSafe(job))),
            Err(_) => return, // the queue is closed and empty
        }
    }
}
