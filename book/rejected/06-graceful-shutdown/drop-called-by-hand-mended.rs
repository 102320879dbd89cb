struct ThreadPool {
    workers: usize,
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        println!("{} workers have ended", self.workers);
    }
}

fn main() {
    let pool = ThreadPool { workers: 4 };
    drop(pool);
    println!("Stopped");
}
