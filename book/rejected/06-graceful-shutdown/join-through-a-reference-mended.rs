use std::thread::{self, JoinHandle};

struct ThreadPool {
    workers: Vec<JoinHandle<()>>,
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn main() {
    let worker = thread::spawn(|| println!("worker-1 has ended"));
    let workers = vec![worker];
    drop(ThreadPool { workers });
}
