use std::sync::mpsc;

type Job = dyn FnOnce() + Send;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Box<Job>>();
    let _ = jobs.send(Box::new(|| println!("served")));
    if let Ok(boxed) = receiver.recv() {
        let job: Box<Job> = boxed;
        job();
    }
}
