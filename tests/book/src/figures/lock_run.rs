//! Four workers that take jobs from one queue in two ways, and note what they do.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::span::Spans;

pub type Job = Box<dyn FnOnce() + Send>;

/// What a worker does from its start to its end.
pub type Work = fn(&Worker, &Mutex<Receiver<Job>>);

/// A worker that notes what it does, and when.
pub struct Worker {
    name: String,
    notes: Sender<(String, &'static str, Instant, Instant)>,
}

impl Worker {
    fn note(&self, what: &'static str, from: Instant) {
        let note = (self.name.clone(), what, from, Instant::now());
        let _ = self.notes.send(note);
    }

    fn lock<'a>(&'a self, jobs: &'a Mutex<Receiver<Job>>) -> Guard<'a> {
        let start = Instant::now();
        let jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);
        self.note("waits", start);
        Guard {
            jobs,
            worker: self,
            since: Instant::now(),
        }
    }

    fn run(&self, job: Job) {
        let start = Instant::now();
        job();
        self.note("job", start);
    }
}

/// A guard of the lock that notes how long it lived.
struct Guard<'a> {
    jobs: MutexGuard<'a, Receiver<Job>>,
    worker: &'a Worker,
    since: Instant,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.worker.note("holds", self.since);
    }
}

pub fn work_with_while_let(worker: &Worker, jobs: &Mutex<Receiver<Job>>) {
    while let Ok(job) = worker.lock(jobs).jobs.recv() {
        worker.run(job);
    }
}

pub fn work_with_let(worker: &Worker, jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = worker.lock(jobs).jobs.recv();
        match job {
            Ok(job) => worker.run(job),
            Err(_) => return,
        }
    }
}

/// Lets four workers work in this way, and notes when each waits, holds the lock and runs a job.
pub fn measure(work: Work) -> Result<String, String> {
    let (sender, receiver) = mpsc::channel::<Job>();
    let (notes, noted) = mpsc::channel();
    let receiver = Mutex::new(receiver);
    let mut spans = Spans::since(Instant::now());
    thread::scope(|scope| {
        for number in 1..=4 {
            let name = format!("worker-{number}");
            let notes = notes.clone();
            let jobs = &receiver;
            scope.spawn(move || work(&Worker { name, notes }, jobs));
        }
        thread::sleep(Duration::from_millis(200));
        run_four_jobs(&sender);
        thread::sleep(Duration::from_millis(100)); // what do they do when there is nothing to do?
        drop(sender);
    });
    drop(notes);
    for (row, what, from, to) in noted {
        spans.span(&row, what, from, to);
    }
    Ok(spans.table())
}

/// Returns when all four are done.
fn run_four_jobs(queue: &Sender<Job>) {
    let (done, finished) = mpsc::channel();
    for _ in 0..4 {
        let done = done.clone();
        let job = move || {
            thread::sleep(Duration::from_millis(500));
            let _ = done.send(());
        };
        let _ = queue.send(Box::new(job));
    }
    finished.iter().take(4).for_each(drop);
}
