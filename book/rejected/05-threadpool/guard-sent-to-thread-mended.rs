use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        scope.spawn(|| work(&receiver));
        let _ = jobs.send(Box::new(|| println!("served")));
    });
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    let job = jobs.lock().unwrap().recv();
    if let Ok(job) = job {
        job();
    }
}
