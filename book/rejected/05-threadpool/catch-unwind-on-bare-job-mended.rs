use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver};

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let _ = jobs.send(Box::new(|| panic!("this client is out of luck")));
    drop(jobs);
    work(&receiver);
}

fn work(jobs: &Receiver<Job>) {
    while let Ok(job) = jobs.recv() {
        // The worker lives on, whatever happens in the job.
        let _ = panic::catch_unwind(AssertUnwindSafe(job));
    }
}
