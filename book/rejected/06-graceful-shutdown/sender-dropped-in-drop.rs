use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

struct ThreadPool {
    jobs: Sender<Job>,
    workers: Vec<JoinHandle<()>>,
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        drop(self.jobs); // no more jobs
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn main() {
    let (jobs, receiver) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || receiver.into_iter().for_each(|job| job()));
    let workers = vec![worker];
    drop(ThreadPool { jobs, workers });
}
