//! What a right answer to exercise 05b does when its pool is dropped, and after many panics.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a pool has something to drop is the learner's affair"
)]

use std::panic;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Outcome, equal, within};

use super::super::exercise::Pool;
use super::work::held;
use super::{LIMIT, pool};

/// Offers the item until there is room for it, for a while.
pub fn offered<T: Copy + Send + 'static>(item: T, pool: &Pool<T>) -> bool {
    let begin = Instant::now();
    while pool.offer(item).is_err() {
        if begin.elapsed() > Duration::from_secs(1) {
            return false;
        }
        thread::yield_now();
    }
    true
}

/// Two workers are busy when the pool is dropped, and its queue is full.
pub fn the_end_of_a_full_pool() -> Outcome {
    let sentence = "Two workers were busy and the queue was full when the pool was dropped. Not \
                    each worker has ended.\n  How are they told? If it is a message in the queue: \
                    is there room for it?";
    within(LIMIT, sentence, || {
        let (pool, begun, hold) = held(2, 1)?;
        let mut taken = vec![0, 1, 2];
        let _ = pool.offer(0);
        let mut came = vec![begun.recv().unwrap_or(9)];
        let _ = pool.offer(1);
        // The limit is for a pool that works on one at a time. Another check says so.
        came.extend(begun.recv_timeout(Duration::from_millis(300)).ok());
        if pool.offer(2).is_err() {
            taken.truncate(2);
        }
        thread::spawn(move || {
            // So that the pool is dropped first. What is right needs no such time.
            thread::sleep(Duration::from_millis(50));
            drop(hold);
        });
        drop(pool);
        came.extend(begun.iter()); // which ends when no worker is left
        came.sort_unstable();
        let look = "What was taken in before the pool was dropped is still worked on.";
        equal("what two workers worked on", came, taken, look)
    })?
}

/// The workers have nothing to do when the pool is dropped.
pub fn the_end_of_an_idle_pool() -> Outcome {
    let sentence = "Three workers had nothing to do when the pool was dropped, and not all of them \
                    have ended.\n  How many are told that nothing more comes?";
    within(LIMIT, sentence, || {
        for _ in 0..3 {
            let (pool, begun, hold) = held::<u32>(3, 2)?;
            drop(hold);
            // So that all of them wait. What is right needs no such time.
            thread::sleep(Duration::from_millis(50));
            drop(pool);
            let _ = begun.recv(); // which returns when no worker is left
        }
        Ok(())
    })?
}

pub fn many_panics_cost_no_more() -> Outcome {
    let sentence = "Five items make `work` panic, one after the other, and not each of the next \
                    ones is worked on.\n  Is each call of `work` caught, or only the first panic?";
    within(LIMIT, sentence, || {
        let (begin, begun) = mpsc::channel();
        let begin = Mutex::new(begin);
        let pool = pool(1, 1, move |item: u32| {
            let _ = begin.lock().map(|begin| begin.send(item));
            if item < 5 {
                panic::resume_unwind(Box::new("a bug"));
            }
        })?;
        let look = "The queue is empty, and there is no room. Does an item that panics give back \
                    its place?";
        for item in 0..6 {
            let is_taken = offered(item, &pool);
            equal("an item after some that panicked", is_taken, true, look)?;
            let look = "A worker has survived a panic, and not the next one.\n  Is each call of \
                        `work` caught, or only the first panic?";
            equal("what is worked on", begun.recv().ok(), Some(item), look)?;
        }
        Ok(())
    })?
}

pub fn whoever_is_free_takes_the_next() -> Outcome {
    let sentence = "Two workers: one is busy with a long item, the other has nothing to do. Yet \
                    some items are not worked on.\n  Has each worker a queue of its own? Whoever is \
                    free should take the oldest.";
    within(LIMIT, sentence, || {
        let (hold, held) = mpsc::channel::<()>();
        let (begin, begun) = mpsc::channel();
        let (begin, held) = (Mutex::new(begin), Mutex::new(held));
        let pool = pool(2, 4, move |item: u32| {
            let _ = begin.lock().map(|begin| begin.send(item));
            if item == 0 {
                let _ = held.lock().map(|held| held.recv());
            }
        })?;
        let _ = pool.offer(0);
        let _ = begun.recv();
        let taken: Vec<u32> = (1..5).filter(|item| pool.offer(*item).is_ok()).collect();
        let mut came: Vec<u32> = begun.iter().take(taken.len()).collect();
        drop(hold);
        came.sort_unstable();
        equal(
            "what the free one worked on",
            came,
            taken,
            "look at `offer`",
        )
    })?
}
