use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, MutexGuard};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        // We lock for the worker, so that it need not.
        let guard = receiver.lock().unwrap();
        scope.spawn(move || work(guard));
        let _ = jobs.send(Box::new(|| println!("served")));
    });
}

fn work(jobs: MutexGuard<Receiver<Job>>) {
    if let Ok(job) = jobs.recv() {
        job();
    }
}
