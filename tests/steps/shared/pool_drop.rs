//! The end of a pool, from step 06 on.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::thread_pool::pool;

/// Each job takes a moment: empty ones would be done before anybody could look.
#[test]
fn dropping_a_pool_waits_for_every_job_that_it_was_given() {
    const JOBS: usize = 20;
    let (done, finished) = mpsc::channel();
    let pool = pool(2, JOBS);
    for _ in 0..JOBS {
        let done = done.clone();
        pool.execute(move || {
            thread::sleep(Duration::from_millis(5));
            let _ = done.send(());
        });
    }
    drop((pool, done));
    assert_eq!(
        finished.try_iter().count(),
        JOBS,
        "the queue must be closed first, and the workers joined then"
    );
}
