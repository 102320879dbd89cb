//! What a right answer to exercise 05c does with those who wait already.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Outcome, equal, within};

use super::super::exercise::Queue;
use super::LIMIT;
use super::calls::nobody_waits_after_the_close;

/// Threads that take once, and send what they got.
pub fn takers(count: usize, queue: &Arc<Queue<u32>>) -> Receiver<Option<u32>> {
    let (sender, taken) = mpsc::channel();
    for _ in 0..count {
        let (queue, sender) = (Arc::clone(queue), sender.clone());
        thread::spawn(move || sender.send(queue.take()));
    }
    taken
}

/// Returns when so many wait in `take`.
pub fn until_waiting(count: usize, queue: &Queue<u32>) -> Outcome {
    let begin = Instant::now();
    while queue.waiting() != count && begin.elapsed() < LIMIT / 2 {
        thread::yield_now();
    }
    let look = "Is each counted before it waits, and no more when it has its item?";
    equal("how many wait in `take`", queue.waiting(), count, look)
}

/// One comes to a paused queue with an item: returns when it waits, or what it got.
pub fn taken_in_pause(queue: &Arc<Queue<u32>>) -> (Receiver<Option<u32>>, Option<Option<u32>>) {
    let taken = takers(1, queue);
    let begin = Instant::now();
    while queue.waiting() == 0 && begin.elapsed() < LIMIT / 2 {
        if let Ok(came) = taken.try_recv() {
            return (taken, Some(came));
        }
        thread::yield_now();
    }
    let came = taken.try_recv().ok();
    (taken, came)
}

pub fn the_pause_comes_later() -> Outcome {
    let sentence = "It waited for an item, and meanwhile a pause began and ended. There is an item, \
                    and it still waits.\n  Whom does `resume` wake?";
    within(LIMIT, sentence, || {
        let queue = Arc::new(Queue::new());
        queue.pause();
        let _ = queue.put(0);
        if taken_in_pause(&queue).1.is_some() {
            return Ok(()); // a queue without a pause: another check says so
        }
        queue.resume();
        let queue = Arc::new(Queue::new());
        let taken = takers(1, &queue);
        until_waiting(1, &queue)?;
        queue.pause();
        let _ = queue.put(1);
        // What is right needs no such time.
        let came = taken.recv_timeout(Duration::from_millis(200)).ok();
        let look = "It waited for an item already when the pause began. Does it ask both questions \
                    again\n  after each wait, or only the one that it waited for?";
        equal("taken in the pause", came, None, look)?;
        queue.resume();
        equal(
            "taken then",
            taken.recv().ok(),
            Some(Some(1)),
            "look at `resume`",
        )
    })?
}

pub fn the_close_ends_a_pause() -> Outcome {
    let sentence = "A queue is closed in a pause, and whoever calls `take` waits for ever.\n  Nobody \
                    will end this pause any more: `close` does. Does `take` know?";
    within(LIMIT, sentence, || {
        let queue = Queue::new();
        queue.pause();
        let _ = queue.put(1);
        queue.close();
        queue.take() // what it returns is for the check of the closed queue
    })?;
    let sentence = "A closed queue is paused, and whoever calls `take` waits for ever.\n  Which of \
                    the two does `take` look at first: closed, or paused?";
    within(LIMIT, sentence, || {
        let queue = Queue::new();
        let _ = queue.put(1);
        queue.close();
        queue.pause();
        let _ = queue.take(); // as above
        let look = "a closed queue cannot be paused";
        equal("`take` then", queue.take(), None, look)
    })?
}

pub fn each_item_wakes_one_who_waits() -> Outcome {
    let sentence = "Four wait, and four items are put in. Not each of the four takes one.\n  Whom \
                    does `put` wake, and does each item wake somebody?";
    within(LIMIT, sentence, || {
        // More than once, for a `put` that only sometimes wakes too few.
        for _ in 0..10 {
            let queue = Arc::new(Queue::new());
            let taken = takers(4, &queue);
            until_waiting(4, &queue)?;
            let _ = [0, 1, 2, 3].map(|item| queue.put(item));
            let mut came: Vec<_> = taken.iter().collect();
            came.sort_unstable();
            let all = vec![Some(0), Some(1), Some(2), Some(3)];
            equal("what four `take`s gave", came, all, "look at `take`")?;
            let look = "All four have their items. Who is counted when it begins to wait, and no \
                        more when it has waited?";
            equal("`waiting` then", queue.waiting(), 0, look)?;
        }
        Ok::<_, String>(())
    })??;
    nobody_waits_after_the_close()
}
