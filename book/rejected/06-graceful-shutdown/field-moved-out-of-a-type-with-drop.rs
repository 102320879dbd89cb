use std::thread::{self, JoinHandle};

struct ThreadPool {
    workers: Vec<JoinHandle<()>>,
}

impl ThreadPool {
    fn shutdown(self) {
        for worker in self.workers {
            let _ = worker.join();
        }
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        println!("dropped with {} workers", self.workers.len());
    }
}

fn main() {
    let worker = thread::spawn(|| println!("worker-1 has ended"));
    let workers = vec![worker];
    ThreadPool { workers }.shutdown();
}
