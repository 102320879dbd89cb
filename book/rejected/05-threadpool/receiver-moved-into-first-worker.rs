use std::sync::mpsc::{self, Receiver};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    for _ in 1..=4 {
        thread::spawn(move || work(receiver));
    }
    let _ = jobs.send(Box::new(|| println!("served")));
}

fn work(jobs: Receiver<Job>) {
    while let Ok(job) = jobs.recv() {
        job();
    }
}
