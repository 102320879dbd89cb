//! Four workers that take jobs from one queue in two ways, and note what they do.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::span::Spans;

/// How long a job takes.
pub type Job = Duration;

/// What a worker does from its start to its end.
pub type Work = fn(&Worker, &Mutex<Receiver<Job>>);

/// Who did what, from when to when.
type Note = (String, &'static str, Instant, Instant);

/// A worker that notes what it does, and when.
pub struct Worker {
    name: String,
    notes: Sender<Note>,
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
        thread::sleep(job);
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
    let (sender, receiver) = mpsc::channel();
    let (notes, noted) = mpsc::channel();
    let receiver = Mutex::new(receiver);
    let mut spans = Spans::since(Instant::now());
    let mut note = |(row, what, from, to): Note| spans.span(&row, what, from, to);
    thread::scope(|scope| {
        for number in 1..=4 {
            let name = format!("worker-{number}");
            let (notes, jobs) = (notes.clone(), &receiver);
            scope.spawn(move || work(&Worker { name, notes }, jobs));
        }
        drop(notes);
        thread::sleep(Duration::from_millis(200));
        for _ in 0..4 {
            let _ = sender.send(Duration::from_millis(500));
        }
        let mut done = 0;
        while done < 4 {
            let one = noted.recv().map_err(|_| "a worker is gone")?;
            done += usize::from(one.1 == "job");
            note(one);
        }
        thread::sleep(Duration::from_millis(100)); // what do they do when there is nothing to do?
        drop(sender);
        noted.iter().for_each(note);
        Ok::<_, String>(())
    })?;
    Ok(spans.table())
}
