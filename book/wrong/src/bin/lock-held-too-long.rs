//! Four workers, four jobs, and only one runs at a time: its worker keeps the lock meanwhile.

use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

// ANCHOR: wrong
fn work(jobs: &Mutex<Receiver<Job>>) {
    while let Ok(job) = jobs.lock().unwrap().recv() {
        job();
    }
}
// ANCHOR_END: wrong

fn main() {
    let (queue, jobs) = mpsc::channel::<Job>();
    let jobs = Arc::new(Mutex::new(jobs));
    for _ in 0..4 {
        let jobs = Arc::clone(&jobs);
        thread::spawn(move || work(&jobs));
    }

    println!("4 workers, 4 jobs; each job waits until all have started");
    let all = Arc::new(Barrier::new(4));
    let (events, started) = mpsc::channel();
    for _ in 0..4 {
        let (all, events) = (Arc::clone(&all), events.clone());
        let job = move || {
            events.send(()).unwrap();
            all.wait();
        };
        queue.send(Box::new(job)).unwrap();
    }
    for number in 1..=4 {
        match started.recv_timeout(Duration::from_millis(500)) {
            Ok(()) => println!("started: {number}"),
            Err(_) => return println!("after half a second: nobody else has started"),
        }
    }
}
