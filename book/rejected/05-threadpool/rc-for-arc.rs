use std::rc::Rc;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let receiver = Rc::new(Mutex::new(receiver));
    for _ in 1..=4 {
        let receiver = Rc::clone(&receiver);
        thread::spawn(move || work(&receiver));
    }
    let _ = jobs.send(Box::new(|| println!("served")));
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap().recv();
        let Ok(job) = job else { return };
        job();
    }
}
