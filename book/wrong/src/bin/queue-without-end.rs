//! A queue that always has room takes every client in, however far behind the worker is.

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

const CLIENTS: usize = 10_000;

// ANCHOR: wrong
fn main() {
    let (queue, jobs) = mpsc::channel::<Job>();
    let (release, released) = mpsc::channel();
    let worker = thread::spawn(move || {
        released.recv().unwrap(); // a job that takes its time
        jobs.into_iter().for_each(|job| job());
    });

    let mut waiting = 0;
    while waiting < CLIENTS && queue.send(Box::new(answer)).is_ok() {
        waiting += 1;
    }
    // ANCHOR_END: wrong

    println!("{CLIENTS} clients come while the worker is busy");
    println!("in the queue, in our memory: {waiting}");
    println!("not accepted yet: {}", CLIENTS - waiting);
    release.send(()).unwrap();
    drop(queue);
    worker.join().unwrap();
}

fn answer() {}
