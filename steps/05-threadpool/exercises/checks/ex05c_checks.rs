//! What a right answer to exercise 05c does, in every order of the threads.

use std::sync::Arc;

use trial::{Crew, Outcome, equal, in_every_order, until_all_wait};

use super::exercise::Queue;

/// A queue for each order.
fn on_a_queue(
    stuck: &str,
    scenario: impl Fn(&Arc<Queue<u32>>) -> Outcome + Send + Sync + 'static,
) -> Outcome {
    in_every_order(stuck, move || scenario(&Arc::new(Queue::new())))
}

/// So many threads that take once.
fn takers(count: usize, queue: &Arc<Queue<u32>>) -> Crew<Option<u32>> {
    let queue = Arc::clone(queue);
    Crew::start(count, move || queue.take())
}

pub fn a_closed_queue_loses_nothing_and_takes_nothing_in() -> Outcome {
    on_a_queue("`take` waits, and there are items", |queue| {
        let put = [1, 2, 3].map(|item| queue.put(item));
        equal("`put` of 1, 2 and 3", put, [Ok(()); 3], "look at `put`")?;
        queue.close();
        queue.close();
        let came = [(); 3].map(|()| queue.take());
        let look = "Is the oldest first? Does `close` say that nothing more comes, or that nothing \
                    is there?";
        equal(
            "`take` of a closed queue with 1, 2, 3",
            came,
            [1, 2, 3].map(Some),
            look,
        )?;
        let look = "Nobody will ever take it. Who has it then?";
        equal("`put` when it is closed", queue.put(4), Err(4), look)?;
        let look = "All has been taken, and nothing more comes: `take` can say so.";
        equal("`take` when it is closed", queue.take(), None, look)
    })?;
    let queue = Queue::new();
    let refused = (0..2_000).find(|&item| queue.put(item).is_err());
    let look = "Only a closed queue refuses an item. Is there a limit?";
    equal("the first item that `put` refuses", refused, None, look)?;
    let stuck = "A queue was closed, then `resume` was called, and `take` waits.\n  Which of the two \
                 does `resume` end: the pause, or the close, too?";
    on_a_queue(stuck, |queue| {
        queue.pause();
        queue.close();
        queue.resume();
        let look = "`resume` ends a pause. Does it open a closed queue, too?";
        let what = "`put` after `pause`, `close` and `resume`";
        equal(what, queue.put(1), Err(1), look)?;
        queue.close();
        let look = "A second `close` changes nothing.";
        equal("`take` after it", queue.take(), None, look)
    })
}

pub fn a_paused_queue_gives_nothing() -> Outcome {
    on_a_queue("A pause is over, and `take` still waits.", |queue| {
        queue.pause();
        queue.pause();
        let _ = queue.put(1);
        let mut taker = takers(1, queue);
        until_all_wait();
        let look = "There are two reasons to wait in `take`. Are both in its condition?";
        equal("taken in the pause", taker.so_far(), vec![], look)?;
        let look = "Whoever waits for the end of a pause waits in `take`, too. Is it counted?";
        equal("`waiting` in a pause", queue.waiting(), 1, look)?;
        queue.resume();
        equal("taken then", taker.all(), vec![Some(1)], "look at `resume`")
    })?;
    let stuck = "`resume` was called without a pause, and `take` waits.\n  Does `resume` say that \
                 there is no pause, or does it turn something over?";
    on_a_queue(stuck, |queue| {
        queue.resume();
        let _ = queue.put(1);
        equal("`take` then", queue.take(), Some(1), "look at `resume`")
    })
}

pub fn whoever_wakes_up_looks_again() -> Outcome {
    let stuck = "Two take, and there are two items. Somebody still waits.\n  Whom do `put` and \
                 `resume` wake?";
    on_a_queue(stuck, |queue| {
        let mut takers = takers(2, queue);
        let _ = queue.put(0);
        until_all_wait();
        let _ = queue.put(1);
        let look = "Nobody has closed the queue. A thread woke up, and another one had taken the \
                    item.\n  Is the condition asked again after each wait?";
        let is_none = takers.all().contains(&None);
        equal("whether a `take` gave `None`", is_none, false, look)
    })?;
    let stuck = "It waited for an item, and meanwhile a pause began and ended. There is an item, \
                 and it still waits.\n  Whom does `resume` wake?";
    on_a_queue(stuck, |queue| {
        queue.pause();
        let _ = queue.put(0);
        let mut first = takers(1, queue);
        until_all_wait();
        if !first.so_far().is_empty() {
            return Ok(()); // a queue without a pause: another check says so
        }
        queue.resume();
        first.all();
        let mut takers = takers(1, queue);
        until_all_wait();
        queue.pause();
        let _ = queue.put(1);
        until_all_wait();
        let look = "It waited for an item already when the pause began. Does it ask both questions \
                    again\n  after each wait, or only the one that it waited for?";
        equal("taken in the pause", takers.so_far(), vec![], look)?;
        queue.resume();
        equal(
            "taken then",
            takers.all(),
            vec![Some(1)],
            "look at `resume`",
        )
    })
}

pub fn the_end_of_a_pause_wakes_everybody() -> Outcome {
    let stuck = "Two wait in a pause, with two items in the queue. The pause ends, and not each of \
                 them takes one.\n  How many does `resume` wake?";
    on_a_queue(stuck, |queue| {
        queue.pause();
        let _ = [0, 1].map(|item| queue.put(item));
        let mut takers = takers(2, queue);
        until_all_wait();
        queue.resume();
        takers.all(); // what they got is for other checks
        Ok(())
    })
}

pub fn the_close_wakes_everybody() -> Outcome {
    let stuck = "Two wait for an item, and the queue is closed. Not each of them is told.\n  How \
                 many does `close` wake? And is all that `take` looks at changed under the one lock?";
    on_a_queue(stuck, |queue| {
        let mut takers = takers(2, queue);
        queue.close();
        let what = "what two `take`s gave";
        equal(what, takers.all(), vec![None; 2], "look at `take`")
    })?;
    let stuck = "A queue is closed in a pause, and then somebody calls `take`, and waits.\n  Nobody \
                 will end this pause any more: `close` does. Does `take` know?";
    on_a_queue(stuck, |queue| {
        queue.pause();
        let _ = queue.put(1);
        queue.close();
        let _ = queue.take(); // what it returns is for the check of the closed queue
        Ok(())
    })?;
    let stuck = "A queue is closed in a pause, and those who wait in it are not told.\n  Whom does \
                 `close` wake? Also those who wait for the end of a pause?";
    on_a_queue(stuck, |queue| {
        queue.pause();
        let _ = queue.put(1);
        let mut takers = takers(2, queue);
        queue.close();
        takers.all(); // as above
        Ok(())
    })?;
    let stuck = "A closed queue is paused, and whoever calls `take` waits for ever.\n  Which of the \
                 two does `take` look at first: closed, or paused?";
    on_a_queue(stuck, |queue| {
        let _ = queue.put(1);
        queue.close();
        queue.pause();
        let _ = queue.take(); // as above
        let look = "a closed queue cannot be paused";
        equal("`take` then", queue.take(), None, look)
    })
}

pub fn each_item_wakes_one_who_waits() -> Outcome {
    let stuck = "Two wait, and two items are put in. Not each of the two takes one.\n  Whom does \
                 `put` wake, and does each item wake somebody?";
    on_a_queue(stuck, |queue| {
        let mut takers = takers(2, queue);
        let _ = [0, 1].map(|item| queue.put(item));
        takers.all();
        let look = "Both have their items. Who is counted when it begins to wait, and no more when \
                    it has waited?";
        equal("`waiting` then", queue.waiting(), 0, look)
    })?;
    let look = "`take` has returned `None`. Is one counted off on each way out of `take`?";
    let what = "`waiting` when the queue is closed, and nobody is in `take`";
    on_a_queue("A queue is closed, and `take` waits.", move |queue| {
        queue.close();
        let _ = queue.take();
        equal(what, queue.waiting(), 0, look)
    })?;
    whoever_waits_again_is_counted_once()?;
    on_a_queue("As many wait as have called `take`.", move |queue| {
        let mut takers = takers(2, queue);
        until_all_wait();
        let look = "Is each counted before it waits?";
        equal("how many wait in `take`", queue.waiting(), 2, look)?;
        // Two items, in place of a close that may wake nobody: another check says so.
        for (item, left) in [(0, 1), (1, 0)] {
            let _ = queue.put(item);
            until_all_wait();
            let look = "One has got its item. Is one counted off, or all, or nobody?";
            equal("how many wait then", queue.waiting(), left, look)?;
        }
        takers.all();
        queue.close();
        equal(what, queue.waiting(), 0, look)
    })
}

fn whoever_waits_again_is_counted_once() -> Outcome {
    on_a_queue("`resume` waits.", |queue| {
        let takers = takers(1, queue);
        until_all_wait();
        queue.resume();
        until_all_wait();
        if !takers.so_far().is_empty() {
            return Ok(()); // it has got `None`: another check says so
        }
        let look = "It was woken, has found nothing, and waits again. How often is it counted?";
        let what = "`waiting`, if one waits and `resume` was called";
        equal(what, queue.waiting(), 1, look)
    })
}
