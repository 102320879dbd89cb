//! A pool of four: a job that panics costs its own client, and no worker.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

// ANCHOR: wrong
fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap().recv();
        let Ok(job) = job else { return };
        let _ = panic::catch_unwind(AssertUnwindSafe(job));
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
    drop(jobs); // from here on the workers own the receiver, and the last one takes it along

    for client in 1..=4 {
        println!("client {client} asks for /crash: {}", ask(&queue, "/crash"));
    }
    println!("client 5 asks for /: {}", ask(&queue, "/"));
}

/// The reply, or that there was none: the job was dropped half-way, or was never begun.
fn ask(queue: &Sender<Job>, path: &'static str) -> &'static str {
    let (reply, replies) = mpsc::channel();
    let job = move || {
        assert!(path != "/crash", "a mistake in the page");
        reply.send("hello").unwrap();
    };
    let _ = queue.send(Box::new(job));
    replies.recv().unwrap_or("no reply")
}
