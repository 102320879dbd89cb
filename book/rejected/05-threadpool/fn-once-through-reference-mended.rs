use std::sync::mpsc;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let _ = jobs.send(Box::new(|| println!("served")));
    drop(jobs);
    while let Ok(job) = receiver.recv() {
        run(job);
    }
}

fn run(job: Job) {
    job();
}
