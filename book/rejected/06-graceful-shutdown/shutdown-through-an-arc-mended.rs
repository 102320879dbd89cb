use std::sync::Arc;
use std::thread;

struct ThreadPool;

impl ThreadPool {
    fn shutdown(self) {
        println!("all workers have ended");
    }
}

fn main() {
    let pool = Arc::new(ThreadPool);
    let shared = Arc::clone(&pool);
    let waiting_room = thread::spawn(move || drop(shared));
    let _ = waiting_room.join();
    if let Some(pool) = Arc::into_inner(pool) {
        pool.shutdown();
    }
}
