//! What a right answer to exercise 05b does.

use std::sync::Mutex;
use std::sync::mpsc;
use std::time::Duration;

use trial::{Check, Outcome, equal, within};

use super::exercise::Pool;

#[path = "ex05b_work.rs"]
mod work;

#[path = "ex05b_ends.rs"]
mod ends;

use ends::offered;
use work::{
    a_panic_costs_one_item, as_many_items_as_workers_are_in_work_at_once, full,
    one_worker_takes_one_at_a_time_the_oldest_first, the_end_of_the_pool,
};

const LIMIT: Duration = Duration::from_secs(5);

pub const CHECKS: &[Check] = &[
    Check {
        name: "an_item_that_fits_is_worked_on",
        misconception: "an item that was taken is not worked on, or the workers outlive the pool",
        run: an_item_that_fits_is_worked_on,
    },
    Check {
        name: "a_full_queue_gives_the_item_back",
        misconception: "the queue has no end",
        run: a_full_queue_gives_the_item_back,
    },
    Check {
        name: "a_full_queue_makes_nobody_wait",
        misconception: "`send` is taken for a way to ask whether there is room",
        run: a_full_queue_makes_nobody_wait,
    },
    Check {
        name: "as_many_items_as_workers_are_in_work_at_once",
        misconception: "the lock is held while an item is worked on",
        run: as_many_items_as_workers_are_in_work_at_once,
    },
    Check {
        name: "one_worker_takes_one_at_a_time_the_oldest_first",
        misconception: "each item gets a thread, or the newest item is taken first",
        run: one_worker_takes_one_at_a_time_the_oldest_first,
    },
    Check {
        name: "a_panic_costs_one_item",
        misconception: "a panic in `work` ends nothing but that call",
        run: a_panic_costs_one_item,
    },
];

fn pool<T: Send + 'static>(
    size: usize,
    queue: usize,
    work: impl Fn(T) + Send + Sync + 'static,
) -> Result<Pool<T>, String> {
    Pool::new(size, queue, work).map_err(|error| format!("Pool::new failed: {error}"))
}

fn an_item_that_fits_is_worked_on() -> Outcome {
    within(LIMIT, "an item was taken, and nobody works on it", || {
        let (done, results) = mpsc::channel();
        let done = Mutex::new(done);
        let pool = pool(2, 10, move |item: u32| {
            let _ = done.lock().map(|done| done.send(item * 2));
        })?;
        for item in [1, 2, 3] {
            let refused = pool.offer(item).is_err();
            equal(
                "an item is offered to an idle pool: is it refused?",
                refused,
                false,
                "look at `offer`",
            )?;
        }
        let mut came: Vec<u32> = results.iter().take(3).collect();
        came.sort_unstable();
        equal(
            "what the workers made of 1, 2, 3",
            came,
            vec![2, 4, 6],
            "look at what a worker does",
        )
    })??;
    the_end_of_the_pool()
}

fn a_full_queue_gives_the_item_back() -> Outcome {
    let (filled, is_filled) = mpsc::channel();
    let sentence = "A pool of one with a queue of 2 takes three items. This one waits before it has \
                    them.\n  Does `Pool::new` return? Does `offer`, if there is room?";
    let came = within(Duration::from_secs(3), sentence, move || {
        let (pool, begun, hold) = full()?;
        let _ = filled.send(());
        let came = pool.offer("one too many");
        let _ = [(); 4].map(|()| pool.offer("one too many"));
        let _ = hold.send(()); // the worker takes an item, and there is room again
        let _ = begun.recv_timeout(Duration::from_secs(1));
        Ok::<_, String>((came, offered("another", &pool)))
    });
    match came {
        // Only the last `offer` waits: the next check says so.
        Err(why) if why == sentence && is_filled.try_recv().is_ok() => Ok(()),
        Err(why) => Err(why),
        Ok(came) => {
            let (came, is_taken) = came?;
            let what = "`offer` to a pool whose one worker is busy and whose queue of 2 is full";
            let look = "Has the queue an end? `mpsc::channel` has none.";
            equal(what, came, Err("one too many"), look)?;
            let what = "is there room, after five refusals and an item that was taken out?";
            let look = "Something counts. Does a refusal change it?";
            equal(what, is_taken, true, look)
        }
    }
}

fn a_full_queue_makes_nobody_wait() -> Outcome {
    let sentence = "`offer` to a full pool should return at once, and it waits.\n  Which method \
                    of `SyncSender` says \"no room\" in place of waiting for room?";
    within(LIMIT, sentence, || {
        let (pool, _begun, _hold) = full()?;
        // So many, for an `offer` that waits only a little.
        for _ in 0..1_000 {
            let _ = pool.offer("one too many");
        }
        Ok(())
    })?
}
