//! What a right answer to exercise 05b does in the long run.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a pool has something to drop is the learner's affair"
)]

use std::panic;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Barrier, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::super::exercise::Pool;
use super::ends::{
    many_panics_cost_no_more, the_end_of_a_full_pool, the_end_of_an_idle_pool,
    whoever_is_free_takes_the_next,
};
use super::{LIMIT, pool};

/// A pool whose workers say with which item they begin. Each item takes until a `()` is sent for it,
/// or until the sender is dropped.
pub type Held<T> = (Pool<T>, Receiver<T>, Sender<()>);

pub fn held<T: Clone + Send + 'static>(size: usize, queue: usize) -> Result<Held<T>, String> {
    let (hold, held) = mpsc::channel::<()>();
    let (begin, begun) = mpsc::channel();
    let (begin, held) = (Mutex::new(begin), Mutex::new(held));
    let pool = pool(size, queue, move |item: T| {
        let _ = begin.lock().map(|begin| begin.send(item));
        let _ = held.lock().unwrap_or_else(PoisonError::into_inner).recv();
    })?;
    Ok((pool, begun, hold))
}

/// A pool of one whose worker is busy until the sender is dropped, and whose queue of two is full.
pub fn full() -> Result<Held<&'static str>, String> {
    let (pool, begun, hold) = held(1, 2)?;
    let _ = pool.offer("in work");
    begun
        .recv()
        .map_err(|_| "the worker has ended".to_string())?;
    for item in ["waits first", "waits second"] {
        if pool.offer(item).is_err() {
            return Err(format!(
                "A queue of 2 must have room for 2 items beside the one that is in work, and \
                 refused {item:?}. Look at how many items the queue is made for."
            ));
        }
    }
    Ok((pool, begun, hold))
}

/// The worker is busy when the pool is dropped, and one item is in the queue.
pub fn the_end_of_the_pool() -> Outcome {
    let sentence = "The pool was dropped, and its workers still wait for items.\n  Who tells them \
                    that nothing more comes?";
    within(LIMIT, sentence, || {
        let (pool, begun, hold) = held(1, 2)?;
        let _ = pool.offer("in work");
        let mut came = vec![begun.recv().unwrap_or("nothing")];
        let _ = pool.offer("in the queue");
        thread::spawn(move || {
            // For a pool that looks at its end first. What is right needs no such time.
            thread::sleep(Duration::from_millis(50));
            drop(hold);
        });
        drop(pool);
        came.extend(begun.iter()); // which ends when no worker is left
        let look = "One item was in work, and one in the queue, when the pool was dropped.";
        let what = "what was worked on until all workers had ended";
        equal(what, came, vec!["in work", "in the queue"], look)
    })??;
    the_end_of_a_full_pool()?;
    the_end_of_an_idle_pool()
}

pub fn a_panic_costs_one_item() -> Outcome {
    let sentence = "The first item makes `work` panic, and nobody works on the second.\n  Which \
                    thread does a panic end, and who takes its place?";
    within(LIMIT, sentence, || {
        let (done, results) = mpsc::channel();
        let done = Mutex::new(done);
        let pool = pool(1, 4, move |item: &str| {
            if item == "panics" {
                panic::resume_unwind(Box::new("a bug"));
            }
            let _ = done.lock().map(|done| done.send(item.to_string()));
        })?;
        let _ = pool.offer("panics");
        let _ = pool.offer("works");
        let came = results.recv().ok();
        let look =
            "A pool of one. Which thread does a panic in `work` end, and who takes its place?";
        let what = "worked on after an item that made `work` panic";
        equal(what, came, Some("works".to_string()), look)
    })??;
    many_panics_cost_no_more()
}

pub fn one_worker_takes_one_at_a_time_the_oldest_first() -> Outcome {
    let sentence = "A pool of one, and four items: not all of them were worked on.";
    within(LIMIT, sentence, || {
        let (pool, begun, hold) = held(1, 3)?;
        let _ = pool.offer(1);
        let mut came = vec![begun.recv().unwrap_or(0)];
        for item in [2, 3, 4] {
            let _ = pool.offer(item);
        }
        // What is right needs no such time: nobody is there to begin.
        let second = begun.recv_timeout(Duration::from_millis(200));
        let look = "A pool of one works on one item at a time. Who starts a thread, and when?";
        let what = "in work, while the one worker is busy with 1";
        equal(what, second.ok(), None, look)?;
        drop(hold);
        came.extend(begun.iter().take(3));
        let look =
            "Whoever came first waits longest. From which end of the queue does a worker take?";
        equal("the order", came, vec![1, 2, 3, 4], look)
    })?
}

pub fn as_many_items_as_workers_are_in_work_at_once() -> Outcome {
    let sentence = "Four workers, four items, and each item waits until all four are in work. They \
                    never were.\n  How long does a worker hold the lock around the receiver? Is its \
                    guard still alive while the work is done?";
    within(LIMIT, sentence, || {
        let all = Arc::new(Barrier::new(5));
        let inside = Arc::clone(&all);
        let pool = pool(4, 4, move |_item: u32| {
            inside.wait();
        })?;
        for item in 0..4 {
            let _ = pool.offer(item);
        }
        all.wait();
        Ok::<_, String>(())
    })??;
    whoever_is_free_takes_the_next()
}
