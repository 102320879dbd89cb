//! A `Drop` that unwraps. A panic is on its way already, the second one aborts the process.

use std::thread::{self, JoinHandle};

struct Pool {
    workers: Vec<JoinHandle<()>>,
}

// ANCHOR: wrong
impl Drop for Pool {
    fn drop(&mut self) {
        for worker in self.workers.drain(..) {
            worker.join().unwrap();
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
