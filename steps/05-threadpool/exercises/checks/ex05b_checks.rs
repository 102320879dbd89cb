//! What a right answer to exercise 05b does, in every order of the threads.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a pool has something to drop is the learner's affair"
)]

use std::panic;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Barrier, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Crew, Orders, Outcome, equal, in_every_order, until_all_wait};

use super::exercise::Pool;

fn pool<T: Send + 'static>(
    size: usize,
    queue: usize,
    work: impl Fn(T) + Send + Sync + 'static,
) -> Result<Pool<T>, String> {
    Pool::new(size, queue, work).map_err(|error| format!("Pool::new failed: {error}"))
}

/// A pool whose workers say with which item they begin. Such an item takes until the sender is dropped.
type Held<T> = (Pool<T>, Receiver<T>, Sender<()>);

fn held<T: Clone + Send + 'static>(
    size: usize,
    queue: usize,
    is_long: fn(&T) -> bool,
) -> Result<Held<T>, String> {
    let (begin, begun) = mpsc::channel();
    let (hold, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    let pool = pool(size, queue, move |item: T| {
        let _ = begin.send(item.clone());
        if is_long(&item) {
            let _ = held.lock().unwrap_or_else(PoisonError::into_inner).recv();
        }
    })?;
    Ok((pool, begun, hold))
}

/// A pool of one whose worker is busy until the sender is dropped, and whose queue is full.
fn full(queue: usize) -> Result<Held<&'static str>, String> {
    let (pool, begun, hold) = held(1, queue, |_| true)?;
    let _ = pool.offer("in work");
    begun.recv().map_err(|_| "the worker has ended")?;
    if (0..queue).any(|_| pool.offer("waits").is_err()) {
        return Err(format!(
            "A queue of {queue} must have room for {queue} items beside the one that is in work, \
             and has refused one. Look at how many items the queue is made for."
        ));
    }
    Ok((pool, begun, hold))
}

pub fn an_item_that_fits_is_worked_on() -> Outcome {
    in_every_order("an item was taken, and nobody works on it", || {
        let (pool, begun, _hold) = held(2, 2, |_| false)?;
        let refused = [1, 2].map(|item| pool.offer(item).is_err());
        let what = "two items are offered to an idle pool: are they refused?";
        equal(what, refused, [false; 2], "look at `offer`")?;
        let mut came: Vec<u32> = begun.iter().take(2).collect();
        came.sort_unstable();
        let look = "look at what a worker does";
        equal("what the workers did with 1 and 2", came, vec![1, 2], look)
    })?;
    let stuck = "The pool was dropped, and its workers still wait for items.\n  Who tells them that \
                 nothing more comes?";
    let look = "One item was in work, and one in the queue, when the pool was dropped.";
    ends_when_all_is_done(stuck, look, 2, &["in work", "still in the queue"])?;
    let stuck = "Two workers were busy and the queue was full when the pool was dropped. Not each \
                 worker has ended.\n  How are they told? If it is a message in the queue: is there \
                 room for it?";
    let look = "What was taken in before the pool was dropped is still worked on.";
    let items = &["in work", "in work, too", "still in the queue"];
    ends_when_all_is_done(stuck, look, 1, items)
}

/// All workers are busy when the pool is dropped, and the last item is in the queue.
fn ends_when_all_is_done(
    stuck: &str,
    look: &'static str,
    queue: usize,
    items: &'static [&str],
) -> Outcome {
    in_every_order(stuck, move || {
        let (pool, begun, hold) = held(items.len() - 1, queue, |_| true)?;
        let (mut taken, mut came) = (Vec::new(), Vec::new());
        for &item in items.iter().filter(|item| pool.offer(**item).is_ok()) {
            taken.push(item);
            match (taken.len(), items.len()) {
                (1, 2) => came.extend(begun.recv()), // it is in work
                _ => until_all_wait(),
            }
        }
        let ends = thread::spawn(|| drop(hold));
        drop(pool);
        let _ = ends.join();
        came.extend(begun.iter()); // which ends when no worker is left
        taken.sort_unstable();
        came.sort_unstable();
        let what = "what was worked on until all workers had ended";
        equal(what, came, taken, look)
    })
}

pub fn a_full_queue_gives_the_item_back() -> Outcome {
    (1..=3).try_for_each(gives_back)?;
    if_it_waits().hold(the_last_place)
}

fn gives_back(queue: usize) -> Outcome {
    let stuck = "A pool of one takes one item, and as many more as its queue has room for. This one \
                 waits before it has them.\n  Does `Pool::new` return? Does `offer`, if there is room?";
    // A pool may wait for its workers when it is dropped.
    in_every_order(stuck, move || {
        full(queue).map(|(pool, _, hold)| drop((hold, pool)))
    })?;
    if_it_waits().hold(move || {
        let (pool, begun, hold) = full(queue)?;
        let came = [(); 2].map(|()| pool.offer("one too many"));
        let what = format!(
            "two times `offer` to a pool whose worker is busy and whose queue of {queue} is full"
        );
        let look = "Has the queue an end, and is it there? `mpsc::channel` has none.";
        equal(&what, came, [Err("one too many"); 2], look)?;
        drop(hold);
        let _ = begun.iter().take(queue).count(); // the worker has taken what waited
        let is_taken = pool.offer("another").is_ok();
        let what = "is there room, after two refusals, when the queue is empty again?";
        let look = "Something counts. Does a refusal change it?";
        equal(what, is_taken, true, look)
    })
}

/// Whoever waits where there is no room is told so by another check.
fn if_it_waits() -> Orders {
    Orders::new("`offer` waits.").or_stuck()
}

/// The one worker is busy, there is one place in the queue, and two want it.
fn the_last_place() -> Outcome {
    let (pool, begun, hold) = held(1, 1, |_| true)?;
    let _ = pool.offer(0);
    let _ = begun.recv();
    let pool = Arc::new(pool);
    let other = Arc::clone(&pool);
    let mut offers = Crew::start(1, move || other.offer(1).is_ok());
    let here = pool.offer(2).is_ok();
    let there = offers.all();
    drop(hold);
    let look = "Two look, and both see the last place. Can somebody come between look and put?";
    let what = "one place, and two offer at the same time: are both taken?";
    equal(what, here && there == [true], false, look)
}

pub fn a_full_queue_makes_nobody_wait() -> Outcome {
    let stuck = "`offer` to a full pool should return at once, and it waits.\n  Which method of \
                 `SyncSender` says \"no room\" in place of waiting for room?";
    in_every_order(stuck, || {
        let (pool, _begun, _hold) = full(2)?;
        let begin = Instant::now(); // on the clock of an order, which ticks only while all wait
        let _ = pool.offer("one too many");
        let look = "There is no room, and `offer` says so. Does it try again, or wait a little?";
        let waits = begin.elapsed();
        equal("how long `offer` waits", waits, Duration::ZERO, look)
    })?;
    in_every_order("Two offer at the same time, and one of them waits.", || {
        let pool = Arc::new(pool(1, 2, drop::<u32>)?);
        let other = Arc::clone(&pool);
        let mut offers = Crew::start(1, move || other.offer(1).is_ok());
        let came = (pool.offer(2).is_ok(), offers.all());
        let what = "two offer at the same time: are they taken?";
        let look =
            "There is room for both. Whoever finds a lock taken waits for it: that is no time.";
        equal(what, came, (true, vec![true]), look)
    })
}

pub fn as_many_items_as_workers_are_in_work_at_once() -> Outcome {
    let stuck = "Two workers, two items, and each item waits until both are in work. They never \
                 were.\n  How long does a worker hold the lock around the receiver? Is its guard \
                 still alive while the work is done?";
    in_every_order(stuck, || all_at_once(2))?;
    let stuck = "Six workers, six items, and each item waits until all are in work. They never \
                 were.\n  `Pool::new` was told how many. Does it start as many?";
    Orders::new(stuck).few(5).hold(|| all_at_once(6))?;
    let stuck = "Two workers: one is busy with a long item, the other has nothing to do. Yet some \
                 items are not worked on.\n  Has each worker a queue of its own? Whoever is free \
                 should take the oldest.";
    in_every_order(stuck, || {
        let (pool, begun, hold) = held(2, 2, |item| *item == 0)?;
        let _ = pool.offer(0);
        let _ = begun.recv();
        let taken: Vec<u32> = (1..3).filter(|item| pool.offer(*item).is_ok()).collect();
        let mut came: Vec<u32> = begun.iter().take(taken.len()).collect();
        drop(hold);
        came.sort_unstable();
        equal("what the free one did", came, taken, "look at `offer`")
    })
}

fn all_at_once(count: usize) -> Outcome {
    let all = Arc::new(Barrier::new(count + 1));
    let inside = Arc::clone(&all);
    let pool = pool(count, count, move |_item: usize| drop(inside.wait()))?;
    for item in 0..count {
        let _ = pool.offer(item);
    }
    all.wait();
    Ok(())
}

pub fn one_worker_takes_one_at_a_time_the_oldest_first() -> Outcome {
    let stuck = "A pool of one, and three items: not all were worked on.";
    in_every_order(stuck, || {
        let (pool, begun, hold) = held(1, 2, |_| true)?;
        let _ = pool.offer(1);
        let mut came = vec![begun.recv().unwrap_or(0)];
        let _ = [2, 3].map(|item| pool.offer(item));
        until_all_wait();
        let look = "A pool of one works on one item at a time. Who starts a thread, and when?";
        let what = "in work, while the one worker is busy with 1";
        equal(what, begun.try_recv().ok(), None, look)?;
        drop(hold);
        came.extend(begun.iter().take(2));
        let look = "Whoever came first waits longest. From which end does a worker take?";
        equal("the order", came, vec![1, 2, 3], look)
    })
}

/// So many items panic, for a worker that survives a few.
const PANICS: u32 = 12;

pub fn a_panic_costs_one_item() -> Outcome {
    let stuck = "Some items make `work` panic, and nobody works on the next.\n  Which thread does a \
                 panic end, and who takes its place? Is each call of `work` caught, or only the \
                 first panic?";
    // Whoever lets its thread end, and starts another, is right as well.
    Orders::new(stuck).may_panic().few(100).hold(|| {
        let (begin, begun) = mpsc::channel();
        let pool = pool(1, 1, move |item: u32| {
            let _ = begin.send(item);
            if item < PANICS {
                panic::resume_unwind(Box::new("a bug"));
            }
        })?;
        let begin = Instant::now();
        for item in 0..PANICS + 1 {
            let look = "The queue is empty, and there is no room. Does an item that panics give \
                        back its place?";
            let is_taken = pool.offer(item).is_ok();
            equal("an item after some that panicked", is_taken, true, look)?;
            let look = "A worker has survived a panic, and not the next one.\n  Is each call of \
                        `work` caught, or only the first panic? Who takes its place?";
            equal("what is worked on", begun.recv().ok(), Some(item), look)?;
        }
        let look = "An item that panics costs itself, and the others no time.";
        let waited = begin.elapsed();
        equal(
            "how long the next had to wait",
            waited,
            Duration::ZERO,
            look,
        )
    })
}
