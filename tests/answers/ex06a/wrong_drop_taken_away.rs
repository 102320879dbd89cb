use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

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
    pub fn shutdown(self, limit: Duration) -> Result<(), Stragglers> {
        let start = Instant::now();
        // Without `Drop`, a pool can be taken apart.
        let ThreadPool {
            jobs,
            workers: mut at_work,
        } = self;
        drop(jobs);
        loop {
            let is_over = start.elapsed() >= limit;
            for worker in at_work.extract_if(.., |worker| worker.is_finished()) {
                let _ = worker.join();
            }
            if at_work.is_empty() {
                return Ok(());
            }
            if is_over {
                return Err(Stragglers(at_work.iter().map(name).collect()));
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

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

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match job {
            Ok(job) => drop(panic::catch_unwind(AssertUnwindSafe(job))),
            Err(_) => return, // the queue is closed and empty
        }
    }
}

fn name(worker: &JoinHandle<()>) -> String {
    worker.thread().name().unwrap_or("no name").to_string()
}
