use std::sync::Arc;
use std::thread;

struct ThreadPool;

impl ThreadPool {
    fn execute(&self, job: impl FnOnce() + Send + 'static) {
        thread::spawn(job);
    }
}

fn main() {
    let pool = Arc::new(ThreadPool);
    // The waiting room gives jobs to the pool, and so does the accept loop.
    let shared = Arc::clone(&pool);
    let waiting_room = thread::spawn(move || attend(&shared));
    pool.execute(|| println!("a client that has just come"));
    let _ = waiting_room.join();
}

fn attend(pool: &ThreadPool) {
    pool.execute(|| println!("a client that was silent for a while"));
}
