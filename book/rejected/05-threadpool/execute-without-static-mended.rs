use std::sync::mpsc::{self, Sender};

type Job = Box<dyn FnOnce() + Send>;

struct ThreadPool {
    jobs: Sender<Job>,
}

impl ThreadPool {
    fn execute<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        let _ = self.jobs.send(Box::new(job));
    }
}

fn main() {
    let (jobs, _receiver) = mpsc::channel();
    let pool = ThreadPool { jobs };
    pool.execute(|| println!("served"));
}
