//! A `Drop` that does not panic, so that a panic on its way can drop everything else, too.

use std::thread::{self, JoinHandle};

struct Pool {
    workers: Vec<JoinHandle<()>>,
}

// ANCHOR: wrong
impl Drop for Pool {
    fn drop(&mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
// ANCHOR_END: wrong

/// Something else of ours that has an end to take care of.
struct Report;

impl Drop for Report {
    fn drop(&mut self) {
        println!("the report is written");
    }
}

fn main() {
    let _report = Report;
    let _pool = Pool {
        workers: vec![thread::spawn(|| panic!("a job went wrong"))],
    };
    println!("a worker panics, and then main does");
    println!("the pool is dropped, and after it the report");
    panic!("main went wrong");
}
