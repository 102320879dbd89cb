//! What a right answer to exercise 05c does with calls in an unusual order, and how it counts.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use trial::{Outcome, equal, within};

use super::super::exercise::Queue;
use super::LIMIT;
use super::waiting::{takers, until_waiting};

/// One waits in the pause.
pub fn waiting_in_the_pause(queue: &Queue<u32>) -> Outcome {
    let look = "Whoever waits for the end of a pause waits in `take`, too. Is it counted?";
    equal("`waiting` in a pause", queue.waiting(), 1, look)
}

pub fn paused_twice() -> Outcome {
    let sentence = "`pause` was called twice, then `resume` once, and `take` waits.\n  A pause is a \
                    yes or a no. Is something counted here?";
    within(LIMIT, sentence, || {
        let queue = Queue::new();
        queue.pause();
        queue.pause();
        let _ = queue.put(1);
        queue.resume();
        queue.take() // what it returns is for other checks
    })?;
    let sentence = "`resume` was called without a pause, and `take` waits.\n  Does `resume` say that \
                    there is no pause, or does it turn something over?";
    within(LIMIT, sentence, || {
        let queue = Queue::new();
        queue.resume();
        let _ = queue.put(1);
        queue.take()
    })?;
    Ok(())
}

pub fn closed_for_good() -> Outcome {
    let sentence = "A queue was closed, then `resume` was called, and `take` waits.\n  Which of the \
                    two does `resume` end: the pause, or the close, too?";
    within(LIMIT, sentence, || {
        let queue = Queue::new();
        queue.pause();
        queue.close();
        queue.resume();
        let look = "`resume` ends a pause. Does it open a closed queue, too?";
        let what = "`put` after `pause`, `close` and `resume`";
        equal(what, queue.put(1), Err(1), look)?;
        queue.close(); // a second time
        let look = "A second `close` changes nothing.";
        equal("`take` after it", queue.take(), None, look)
    })?
}

/// Two wait for the end of a pause, for one item.
pub fn the_close_comes_in_a_pause() -> Outcome {
    let sentence = "Two wait for the end of a pause, and the queue is closed. Not each of them is \
                    told.\n  Whom does `close` wake? Also those who wait for the end of a pause?";
    within(LIMIT, sentence, || {
        let queue = Arc::new(Queue::new());
        queue.pause();
        let _ = queue.put(1);
        let taken = takers(2, &queue);
        let begin = Instant::now();
        // What is right needs no such time.
        while queue.waiting() < 2 && begin.elapsed() < Duration::from_millis(500) {
            thread::yield_now();
        }
        queue.close();
        let _ = taken.iter().count(); // what they got is for other checks
        Ok(())
    })?
}

pub fn nobody_waits_after_the_close() -> Outcome {
    let look = "`take` has returned `None`. Is one counted off on each way out of `take`?";
    let what = "`waiting` when the queue is closed, and nobody is in `take`";
    within(LIMIT, "A queue is closed, and `take` waits.", move || {
        let queue = Queue::<u32>::new();
        queue.close();
        let _ = queue.take();
        equal(what, queue.waiting(), 0, look)?;
        let queue = Arc::new(Queue::new());
        let taken = takers(4, &queue);
        until_waiting(4, &queue)?;
        queue.close();
        for _ in 0..4 {
            // The limit is for a `close` that wakes nobody. Another check says so.
            if taken.recv_timeout(Duration::from_secs(1)).is_err() {
                return Ok(());
            }
        }
        equal(what, queue.waiting(), 0, look)
    })?
}
