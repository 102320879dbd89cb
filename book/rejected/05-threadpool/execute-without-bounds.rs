use std::thread;

struct ThreadPool;

impl ThreadPool {
    fn execute<F>(&self, job: F) {
        thread::spawn(job);
    }
}

fn main() {
    let pool = ThreadPool;
    pool.execute(|| println!("served"));
}
