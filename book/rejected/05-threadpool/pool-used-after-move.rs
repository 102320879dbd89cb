use std::thread;

struct ThreadPool;

impl ThreadPool {
    fn execute(&self, job: impl FnOnce() + Send + 'static) {
        thread::spawn(job);
    }
}

fn main() {
    let pool = ThreadPool;
    // The waiting room gives jobs to the pool, and so does the accept loop.
    let waiting_room = thread::spawn(move || attend(&pool));
    pool.execute(|| println!("a client that has just come"));
    let _ = waiting_room.join();
}

fn attend(pool: &ThreadPool) {
    pool.execute(|| println!("a client that was silent for a while"));
}
