use std::sync::mpsc::{self, Sender};

struct ThreadPool {
    jobs: Sender<Box<dyn FnOnce() + Send>>,
}

impl ThreadPool {
    fn execute<F: FnOnce() + Send + 'static>(&self, job: F) {
        let _ = self.jobs.send(Box::new(job));
    }
}

fn main() {
    let (jobs, receiver) = mpsc::channel();
    let pool = ThreadPool { jobs };
    pool.execute(|| println!("GET /"));
    pool.execute(|| println!("GET /sleep"));
    drop(pool);
    receiver.into_iter().for_each(|job| job());
}
