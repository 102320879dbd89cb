//! What a pool promises, each tried in every order.

use super::ThreadPool;
use orders::{Explorer, Outcome};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, mpsc};

fn pool(size: usize, queue: usize) -> ThreadPool {
    ThreadPool::with_queue(size, queue).expect("the system has threads")
}

/// Two workers, a queue of one, three jobs.
pub fn all_jobs_are_done() -> Outcome {
    let explorer = Explorer::new("all jobs are done, and then the workers end");
    explorer.no_busy_waiting().explore(|| {
        let pool = pool(2, 1);
        let (done, all) = mpsc::channel();
        for number in 0..3 {
            let done = done.clone();
            pool.execute(move || done.send(number).expect("main still counts"));
        }
        drop((pool, done));
        let mut all: Vec<i32> = all.iter().collect();
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2], "these jobs were done");
    })
}

/// One worker, two jobs that panic, one of them in the `drop` of what it panics with.
pub fn a_panic_costs_only_its_job() -> Outcome {
    struct Nasty;
    impl Drop for Nasty {
        fn drop(&mut self) {
            panic!("what a job has panicked with panics as well");
        }
    }
    let explorer = Explorer::new("a job that panics costs only itself");
    explorer.no_busy_waiting().explore(|| {
        let pool = pool(1, 1);
        let (done, all) = mpsc::channel();
        pool.execute(|| panic!("a job panics"));
        pool.execute(|| std::panic::resume_unwind(Box::new(Nasty)));
        pool.execute(move || done.send(()).expect("main still waits"));
        assert_eq!(all.recv(), Ok(()), "the job after them");
    })
}

/// One worker in a job, one job in the queue: the next `execute` waits until the first job ends.
pub fn a_full_queue_makes_execute_wait() -> Outcome {
    let explorer = Explorer::new("a full queue makes `execute` wait");
    explorer.no_busy_waiting().explore(|| {
        let pool = pool(1, 1);
        let started = Arc::new(AtomicUsize::new(0));
        for given in 0..4 {
            // One is done or being done, and one waits: all others have been started before.
            let before = started.load(SeqCst);
            assert!(given <= before + 2, "{given} were given, {before} started");
            let started = Arc::clone(&started);
            pool.execute(move || {
                started.fetch_add(1, SeqCst);
            });
        }
    })
}

/// Two workers, two jobs that wait for each other.
pub fn two_jobs_run_at_once() -> Outcome {
    let explorer = Explorer::new("two workers do two jobs at the same time");
    explorer.no_busy_waiting().explore(|| {
        let pool = pool(2, 1);
        let both = Arc::new(Barrier::new(2));
        for _ in 0..2 {
            let both = Arc::clone(&both);
            pool.execute(move || {
                both.wait();
            });
        }
    })
}

/// Step 06 only: after `drop`, all is done.
#[allow(dead_code)] // the pool of step 05 does not promise it
pub fn drop_waits() -> Outcome {
    let explorer = Explorer::new("`drop` waits until every job is done");
    explorer.no_busy_waiting().explore(|| {
        let pool = pool(2, 1);
        let done = Arc::new(AtomicUsize::new(0));
        for _ in 0..3 {
            let done = Arc::clone(&done);
            pool.execute(move || {
                done.fetch_add(1, SeqCst);
            });
        }
        drop(pool);
        assert_eq!(done.load(SeqCst), 3, "jobs done after `drop`");
    })
}
