//! What a right answer to exercise 06a does, in orders of its threads.

use std::cell::RefCell;
use std::panic;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Orders, Outcome, ensure, equal, stays, until_all_wait, within};

use super::exercise::{Stragglers, ThreadPool};

const LIMIT: Duration = Duration::from_millis(50);

const AN_HOUR: Duration = Duration::from_secs(60 * 60);

/// How much longer than its limit a `shutdown` may take, on the clock of an order.
const LATE: Duration = Duration::from_millis(20);

/// With a new pool in each order.
fn in_orders(
    orders: Orders,
    (size, queue): (usize, usize),
    scenario: impl Fn(ThreadPool) -> Outcome + Send + Sync + 'static,
) -> Outcome {
    orders.hold(move || scenario(pool(size, queue)?))
}

/// Nobody can wait for the end of a thread for a while, so whoever waits may look again and again.
fn stuck(sentence: &str) -> Orders {
    Orders::new(sentence).may_poll().few(100)
}

/// For checks that have nothing to say to whoever waits for stragglers: another check is about that.
fn if_it_gives_up() -> Orders {
    stuck("`shutdown` waits for workers that do not end.").or_stuck()
}

fn pool(size: usize, queue: usize) -> Result<ThreadPool, String> {
    ThreadPool::new(size, queue).map_err(|error| format!("ThreadPool::new failed: {error}"))
}

/// Gives each worker a job that ends when its sender is dropped. Sorted by the workers' names.
fn hold(pool: &ThreadPool, workers: usize) -> Result<Vec<(String, Sender<()>)>, String> {
    let mut held = Vec::new();
    for _ in 0..workers {
        let (work, begun, hold) = stays();
        pool.execute(|| work(thread::current().name().unwrap_or_default().to_string()));
        held.push((begun.recv().map_err(|_| "no worker takes a job")?, hold));
    }
    held.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(held)
}

/// Short jobs, or long ones, that say when they are done.
fn jobs(pool: &ThreadPool, count: u32, time: Duration) -> Receiver<()> {
    let (done, results) = mpsc::channel();
    for _ in 0..count {
        let done = done.clone();
        pool.execute(move || {
            thread::sleep(time);
            let _ = done.send(());
        });
    }
    results
}

/// Who is named, in order, and how long that took.
fn stop(pool: ThreadPool, limit: Duration) -> (Vec<String>, Duration) {
    let begin = Instant::now();
    let result = pool.shutdown(limit);
    let took = begin.elapsed();
    let mut named = result.err().map_or(Vec::new(), |Stragglers(names)| names);
    named.sort();
    (named, took)
}

pub fn whoever_ends_in_time_is_joined() -> Outcome {
    let waits = "Nobody is at work, and `shutdown` waits.\n  A worker without a job waits in `recv`. \
                 What makes `recv` fail, so that it can go home?";
    in_orders(stuck(waits), (2, 4), |pool| {
        let results = jobs(&pool, 3, Duration::ZERO);
        let what = "what `shutdown` returns, if two workers have nothing to do but some short jobs";
        let look = "A worker without a job waits in `recv`. What makes `recv` fail, so that it can go \
                    home?";
        equal(what, pool.shutdown(AN_HOUR), Ok(()), look)?;
        let look = "does closing the queue throw away what is in it?";
        equal("jobs done by then", results.try_iter().count(), 3, look)
    })?;
    let look = "Two have ended while it waited for the first. When is each of them looked at?";
    one_stays(0, look)?;
    let waits = "The queue was full when `shutdown` began. Now all jobs are done, and the worker does \
                 not go home.\n  Who told it to, if there was no room in the queue?";
    in_orders(stuck(waits), (1, 1), |pool| {
        let held = hold(&pool, 1)?;
        let result = jobs(&pool, 1, Duration::ZERO); // fills the queue
        let lets_go = thread::spawn(|| drop(held));
        let (named, _) = stop(pool, AN_HOUR);
        let _ = (lets_go.join(), result.recv());
        let what = "named, when all jobs are done";
        equal(what, named, vec![], "look at `shutdown`")
    })?;
    let others_stay = thread::spawn(|| its_thread_has_gone(2));
    its_thread_has_gone(0)?;
    others_stay.join().map_err(|_| "the check panicked")?
}

/// One of three workers does not end, and the others do.
fn one_stays(place: usize, look: &'static str) -> Outcome {
    in_orders(if_it_gives_up(), (3, 3), move |pool| {
        let mut held = hold(&pool, 3)?;
        let (name, _hold) = held.remove(place);
        drop(held); // and the other two may end
        let (named, _) = stop(pool, LIMIT);
        let what = format!("named, when {name} of three is at work and the others have ended");
        equal(&what, named, vec![name], look)
    })
}

thread_local! {
    /// Is dropped when its thread ends.
    static AT_END: RefCell<Option<AtEnd>> = const { RefCell::new(None) };
}

struct AtEnd {
    pause: Duration,
    _gone: Sender<()>, // is dropped after that
}

impl Drop for AtEnd {
    fn drop(&mut self) {
        thread::sleep(self.pause);
    }
}

/// What a thread does after its last step is in no order: these are real threads. So many others stay
/// at work. On a busy machine all may be late, and are named, and have more time in the next round.
fn its_thread_has_gone(stay: usize) -> Outcome {
    for limit in [50, 200, 800].map(Duration::from_millis) {
        let pool = pool(3, 1)?;
        let held = hold(&pool, stay)?;
        let (_gone, end): (_, Receiver<()>) = mpsc::channel();
        let pause = limit + Duration::from_millis(300);
        pool.execute(move || AT_END.set(Some(AtEnd { pause, _gone })));
        // Whoever waits for stragglers is told so by another check.
        thread::spawn(move || {
            thread::sleep(limit + Duration::from_secs(2));
            drop(held);
        });
        let sentence = "Nobody is at work, and `shutdown` waits.";
        let (named, _) = within(trial::LIMIT, sentence, move || stop(pool, limit))?;
        if named.len() > stay {
            continue;
        }
        let is_gone = end.try_recv() == Err(TryRecvError::Disconnected);
        let why = format!(
            "Of three workers `shutdown` has named {named:?}, and the thread of another one is still \
             there.\n  `is_finished` is true when the work is done, and then the thread clears up. \
             Who waits until it has gone?"
        );
        return ensure(is_gone || named.len() < stay, || why);
    }
    Ok(())
}

pub fn nobody_waits_for_those_who_have_ended() -> Outcome {
    let waits = "The only worker ends, and `shutdown` waits for ever.";
    in_orders(stuck(waits), (1, 1), |pool| {
        jobs(&pool, 1, LIMIT);
        let (_, took) = stop(pool, AN_HOUR);
        let why = format!(
            "The only worker has ended after {LIMIT:?}, and `shutdown` with a limit of an hour takes \
             {took:?}.\n  Does it wait for a worker, or for the time to pass? And how long does it \
             sleep before it looks again?"
        );
        ensure(took <= LIMIT + LATE, || why)
    })?;
    let waits = "An idle pool is told to wait as long as it takes, and never stops.";
    stuck(waits).hold(|| {
        let stopped = panic::catch_unwind(|| pool(1, 1).map(|pool| stop(pool, Duration::MAX)));
        let what = "has `shutdown` with a limit of Duration::MAX come back?";
        let look = "`Duration::MAX` is a limit, too. Which sum is later than a clock can say?";
        equal(what, stopped.is_ok(), true, look)
    })
}

pub fn a_worker_that_never_ends_is_given_up() -> Outcome {
    let waits = "A job does not end, and `shutdown` with a limit waits for it.\n  `join` knows no \
                 limit: of whom is it known that they can be joined without waiting? And `self` is \
                 dropped when `shutdown` ends: what does `drop` do then, and to whom?";
    in_orders(stuck(waits), (1, 1), |pool| {
        let _held = hold(&pool, 1)?;
        stop(pool, LIMIT);
        Ok(())
    })?;
    let waits = "A job does not end, the queue behind it is full, and `shutdown` with a limit waits.\n  \
                 Who tells the workers to go, and does that need room in the queue?";
    in_orders(stuck(waits), (1, 1), |pool| {
        let held = hold(&pool, 1)?;
        let result = jobs(&pool, 1, Duration::ZERO); // it has no worker, and fills the queue
        stop(pool, LIMIT);
        drop(held);
        let look = "It was in the queue before. Does the straggler go on when its job is over?";
        let what = "a straggler has ended at last: is the job done that waited behind it?";
        equal(what, result.recv().is_ok(), true, look)
    })?;
    the_rest_is_as_before()?;
    let waits = "There is no worker, and `shutdown` waits.";
    in_orders(stuck(waits), (0, 1), |pool| {
        let look = "Nobody is there who could be late. When the time is over before the first look, \
                    who still looks?";
        let what = "`shutdown` of a pool without workers, with no time at all";
        equal(what, pool.shutdown(Duration::ZERO), Ok(()), look)
    })
}

fn the_rest_is_as_before() -> Outcome {
    let waits = "The jobs of a pool are over, and `drop` still waits.";
    in_orders(stuck(waits), (1, 2), |pool| {
        let results = jobs(&pool, 2, AN_HOUR);
        drop(pool);
        let look = "Whoever drops a pool wants its jobs done, as before. If `drop` is in the way of \
                    `shutdown`: what can be taken out of `self`, so that `drop` finds nobody?";
        let what = "jobs done when a pool with two jobs has been dropped, without `shutdown`";
        equal(what, results.try_iter().count(), 2, look)
    })?;
    let waits = "A full queue has got room again, and `execute` waits.";
    in_orders(stuck(waits), (1, 1), |pool| {
        let held = hold(&pool, 1)?;
        let (taken, comes) = mpsc::channel();
        let gives = thread::spawn(move || {
            for number in 0..2 {
                pool.execute(|| {});
                let _ = taken.send(number);
            }
        });
        until_all_wait();
        let look = "`new` and `execute` can stay as they are. A queue that has room for all that comes \
                    makes nobody wait.";
        let what = "jobs taken in, while the only worker is at work and the queue has room for one";
        equal(what, comes.try_iter().count(), 1, look)?;
        drop(held);
        let _ = gives.join();
        Ok(())
    })
}

pub fn everybody_who_is_left_is_named() -> Outcome {
    in_orders(if_it_gives_up(), (3, 3), |pool| {
        let held = hold(&pool, 3)?;
        let expected: Vec<String> = held.iter().map(|(name, _)| name.clone()).collect();
        let look = "What becomes of the others when the first straggler is found?";
        let what = "named, when three of three do not end";
        equal(what, stop(pool, LIMIT).0, expected, look)
    })?;
    let look = "It is known how many are left. Which of them has which name? A handle knows that of \
                its thread.";
    one_stays(2, look)
}

pub fn the_limit_is_for_all_together() -> Outcome {
    in_orders(if_it_gives_up(), (3, 3), |pool| {
        let _held = hold(&pool, 3)?;
        let (named, took) = stop(pool, LIMIT);
        let why = format!(
            "Three workers do not end, and `shutdown` with a limit of {LIMIT:?} takes {took:?}.\n  \
             When does the time begin for the second one? A moment at which all must be done is \
             one moment. And how long does it sleep before it looks at the clock again?"
        );
        ensure(took <= LIMIT + LATE || named.is_empty(), || why)
    })?;
    in_orders(if_it_gives_up(), (3, 3), |pool| {
        // One ends in time, two do not; each a little after the one before.
        for number in [4, 8, 12] {
            jobs(&pool, 1, LIMIT / 5 * number);
        }
        let (named, took) = stop(pool, LIMIT);
        let why = format!(
            "Workers end one after the other, and `shutdown` with a limit of {LIMIT:?} takes {took:?}.\n  \
             Does the time begin anew whenever one has ended? And does it sleep between two looks?"
        );
        ensure(took <= LIMIT + LATE || named.len() != 2, || why)?;
        let look = "Does the time begin anew whenever one has ended?";
        let what = "how many are named, if one of three ends within the limit";
        let count = if named.is_empty() { 0 } else { 2 };
        equal(what, count, 2, look)
    })
}
