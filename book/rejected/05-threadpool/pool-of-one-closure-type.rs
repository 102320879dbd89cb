use std::sync::mpsc::{self, Sender};

struct ThreadPool<F> {
    jobs: Sender<F>, // no `Box`, no `dyn`: generic, and so as fast as can be
}

impl<F: FnOnce() + Send + 'static> ThreadPool<F> {
    fn execute(&self, job: F) {
        let _ = self.jobs.send(job);
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
