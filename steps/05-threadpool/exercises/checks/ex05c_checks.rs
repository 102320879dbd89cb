//! What a right answer to exercise 05c does.

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use trial::{Check, Outcome, equal, within};

use super::exercise::Queue;

#[path = "ex05c_waiting.rs"]
mod waiting;

#[path = "ex05c_calls.rs"]
mod calls;

use calls::{closed_for_good, paused_twice, the_close_comes_in_a_pause, waiting_in_the_pause};
use waiting::{
    each_item_wakes_one_who_waits, taken_in_pause, takers, the_close_ends_a_pause,
    the_pause_comes_later, until_waiting,
};

const LIMIT: Duration = Duration::from_secs(5);

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_closed_queue_loses_nothing_and_takes_nothing_in",
        misconception: "closed means empty",
        run: a_closed_queue_loses_nothing_and_takes_nothing_in,
    },
    Check {
        name: "a_paused_queue_gives_nothing",
        misconception: "only an empty queue makes anybody wait",
        run: a_paused_queue_gives_nothing,
    },
    Check {
        name: "whoever_wakes_up_looks_again",
        misconception: "whoever is woken has what it waited for, and need not ask again",
        run: whoever_wakes_up_looks_again,
    },
    Check {
        name: "the_end_of_a_pause_wakes_everybody",
        misconception: "one that is woken wakes the others",
        run: the_end_of_a_pause_wakes_everybody,
    },
    Check {
        name: "the_close_wakes_everybody",
        misconception: "nobody waits when a queue is closed, also not for the end of a pause",
        run: the_close_wakes_everybody,
    },
    Check {
        name: "each_item_wakes_one_who_waits",
        misconception: "an item is found without anybody being woken, or only the first wakes",
        run: each_item_wakes_one_who_waits,
    },
];

fn a_closed_queue_loses_nothing_and_takes_nothing_in() -> Outcome {
    within(LIMIT, "`take` waits, and there are items", || {
        let queue = Queue::new();
        let put = [1, 2, 3].map(|item| queue.put(item));
        equal("`put` of 1, 2 and 3", put, [Ok(()); 3], "look at `put`")?;
        queue.close();
        let came = [queue.take(), queue.take(), queue.take()];
        let look = "Is the oldest first? Does `close` say that nothing more comes, or that nothing \
                    is there?";
        let what = "`take` of a closed queue with 1, 2, 3";
        equal(what, came, [Some(1), Some(2), Some(3)], look)?;
        let look = "Nobody will ever take it. Who has it then?";
        equal("`put` when it is closed", queue.put(4), Err(4), look)?;
        let look = "All has been taken, and nothing more comes: `take` can say so.";
        equal("`take` when it is closed", queue.take(), None, look)
    })??;
    closed_for_good()
}

fn a_paused_queue_gives_nothing() -> Outcome {
    within(LIMIT, "A pause is over, and `take` still waits.", || {
        let queue = Arc::new(Queue::new());
        queue.pause();
        let _ = queue.put(1);
        let (taken, came) = taken_in_pause(&queue);
        let look = "There are two reasons to wait in `take`. Are both in its condition?";
        equal("taken in the pause", came, None, look)?;
        waiting_in_the_pause(&queue)?;
        queue.resume();
        let came = taken.recv().ok();
        equal("taken then", came, Some(Some(1)), "look at `resume`")
    })??;
    paused_twice()
}

fn whoever_wakes_up_looks_again() -> Outcome {
    within(LIMIT, "Eight wait, and none takes an item.", || {
        let queue = Arc::new(Queue::new());
        let taken = takers(8, &queue);
        until_waiting(8, &queue)?;
        for item in 0..8 {
            // All wake up when the pause ends, and only one of them finds something.
            queue.pause();
            let _ = queue.put(item);
            queue.resume();
            let look = "Nobody has closed the queue. A thread woke up, and another one had taken \
                        the item.\n  Is the condition asked again after each wait?";
            let came = taken.recv().ok();
            equal("taken by one who waits", came, Some(Some(item)), look)?;
            // So that those who found nothing can tell. What is right needs no such time.
            thread::sleep(Duration::from_millis(20));
        }
        Ok::<_, String>(())
    })??;
    the_pause_comes_later()
}

fn the_end_of_a_pause_wakes_everybody() -> Outcome {
    let sentence = "Four wait in a pause, with four items in the queue. The pause ends, and not \
                    each of them takes one.\n  How many does `resume` wake?";
    within(LIMIT, sentence, || {
        let queue = Arc::new(Queue::new());
        queue.pause();
        let _ = [0, 1, 2, 3].map(|item| queue.put(item));
        let all = Arc::new(Barrier::new(5));
        for _ in 0..4 {
            let (queue, all) = (Arc::clone(&queue), Arc::clone(&all));
            thread::spawn(move || (queue.take(), all.wait()));
        }
        let _ = until_waiting(4, &queue);
        queue.resume();
        all.wait(); // which nobody passes before all four have an item
        Ok(())
    })?
}

fn the_close_wakes_everybody() -> Outcome {
    let sentence = "Four wait for an item, and the queue is closed. Not each of them is told.\n  \
                    How many does `close` wake?";
    within(LIMIT, sentence, || {
        let queue = Arc::new(Queue::new());
        let taken = takers(4, &queue);
        until_waiting(4, &queue)?;
        queue.close();
        let (came, all): (Vec<_>, _) = (taken.iter().collect(), vec![None; 4]);
        equal("what four `take`s gave", came, all, "look at `take`")
    })??;
    the_close_ends_a_pause()?;
    the_close_comes_in_a_pause()
}
