use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce()>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || {
        while let Ok(job) = receiver.recv() {
            job();
        }
    });
    let _ = jobs.send(Box::new(|| println!("served")));
    drop(jobs);
    let _ = worker.join();
}
