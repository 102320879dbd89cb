use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

struct ThreadPool {
    jobs: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        drop(self.jobs.take()); // no more jobs
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || receiver.into_iter().for_each(|job| job()));
    let (jobs, workers) = (Some(jobs), vec![worker]);
    drop(ThreadPool { jobs, workers });
}
