//! A pool that waits for its workers while they wait for its next job.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

struct Pool {
    jobs: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

// ANCHOR: wrong
impl Drop for Pool {
    fn drop(&mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    } // after this body the fields are dropped, and with `jobs` the queue is closed
}
// ANCHOR_END: wrong

fn main() {
    let (sender, jobs) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || jobs.into_iter().for_each(|job| job()));
    let pool = Pool {
        jobs: Some(sender),
        workers: vec![worker],
    };

    let (done, is_done) = mpsc::channel();
    if let Some(jobs) = &pool.jobs {
        jobs.send(Box::new(move || done.send(()).unwrap())).unwrap();
    }
    is_done.recv().unwrap();
    println!("the only job is done");

    println!("the pool is dropped");
    let (gone, is_gone) = mpsc::channel();
    thread::spawn(move || {
        drop(pool);
        gone.send(()).unwrap();
    });
    match is_gone.recv_timeout(Duration::from_millis(500)) {
        Ok(()) => println!("the worker is joined"),
        Err(_) => println!("after half a second: still waiting for the worker"),
    }
}
