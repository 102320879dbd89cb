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
    pub fn shutdown(mut self, limit: Duration) -> Result<(), Stragglers> {
        let start = Instant::now();
        drop(self.jobs.take());
        let is_at_work = |worker: &&JoinHandle<()>| !worker.is_finished();
        while start.elapsed() < limit && self.workers.iter().any(|worker| is_at_work(&worker)) {
            thread::sleep(Duration::from_millis(1));
        }
        let names: Vec<String> = self.workers.iter().filter(is_at_work).map(name).collect();
        thread::spawn(move || drop(self)); // joins them all, and nobody has to wait for that
        if names.is_empty() {
            Ok(())
        } else {
            Err(Stragglers(names))
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

fn name(worker: &JoinHandle<()>) -> String {
    worker.thread().name().unwrap_or("no name").to_string()
}
