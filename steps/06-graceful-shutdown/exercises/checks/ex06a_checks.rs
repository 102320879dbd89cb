//! What a right answer to exercise 06a does.

use std::sync::mpsc::{self, TryRecvError};
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use help::{LIMIT, PATIENCE, end_of_a_worker, hold, pool, stop};

#[path = "ex06a_help.rs"]
mod help;

const SHORT: Duration = Duration::from_millis(200);

pub const CHECKS: &[Check] = &[
    Check {
        name: "whoever_ends_in_time_is_joined",
        misconception: "workers end without a reason to",
        run: whoever_ends_in_time_is_joined,
    },
    Check {
        name: "nobody_waits_for_those_who_have_ended",
        misconception: "a limit is how long one waits",
        run: nobody_waits_for_those_who_have_ended,
    },
    Check {
        name: "a_worker_that_never_ends_is_given_up",
        misconception: "after `join` is early enough to look at the clock",
        run: a_worker_that_never_ends_is_given_up,
    },
    Check {
        name: "everybody_who_is_left_is_named",
        misconception: "the first straggler is the only one",
        run: everybody_who_is_left_is_named,
    },
    Check {
        name: "the_limit_is_for_all_together",
        misconception: "each wait may have the whole limit",
        run: the_limit_is_for_all_together,
    },
];

fn whoever_ends_in_time_is_joined() -> Outcome {
    let (done, results) = mpsc::channel();
    let idle = pool(2, 10)?;
    for number in 1..=10 {
        let done = done.clone();
        idle.execute(move || {
            let _ = done.send(number);
        });
    }
    let sentence = "Nobody is at work, and `shutdown` waits.";
    let joined = within(LIMIT, sentence, move || idle.shutdown(PATIENCE))?;
    let look = "A worker without a job waits in `recv`. What makes `recv` fail, so that it can go \
                home?";
    let what = "`shutdown` of two workers with nothing to do but ten short jobs";
    equal(what, joined, Ok(()), look)?;
    let look = "does closing the queue throw away what is in it?";
    equal("jobs done by then", results.try_iter().count(), 10, look)?;
    let pool = pool(4, 10)?;
    let mut held = hold(&pool, 4)?;
    held.truncate(1); // and the other three may end
    let expected = vec!["worker-1".to_string()];
    let report = stop(pool, Duration::from_secs(1), held)?;
    let look = "Three have ended while it waited for the first. When is each of them looked at?";
    let what = "named, when `worker-1` of four is at work and the others have ended";
    report.names(what, expected, look)
}

fn nobody_waits_for_those_who_have_ended() -> Outcome {
    let pool = pool(1, 1)?;
    let end = end_of_a_worker(&pool);
    let an_hour = Duration::from_secs(60 * 60);
    match within(LIMIT, "", move || pool.shutdown(an_hour)) {
        Ok(_) => an_idle_pool_stops_whatever_the_limit(),
        Err(why) if !why.is_empty() => Err(why),
        Err(_) => ensure(end.try_recv() != Err(TryRecvError::Disconnected), || {
            "The only worker has ended, and `shutdown` with a limit of an hour still waits.\n  \
             Does it wait for a worker, or for the time to pass?"
                .to_string()
        }),
    }
}

fn an_idle_pool_stops_whatever_the_limit() -> Outcome {
    let pool = pool(1, 1)?;
    let waits = "An idle pool is told to wait as long as it takes, and never stops.";
    let stopped = within(LIMIT, waits, move || pool.shutdown(Duration::MAX));
    let look = "`Duration::MAX` is a limit, too. Which sum is further away than a clock can say?";
    stopped.map(drop).map_err(|why| format!("{why}\n  {look}"))
}

fn a_worker_that_never_ends_is_given_up() -> Outcome {
    let look = |named: &[String]| match named {
        [] => {
            "It waits for the worker, and looks at the clock later. `join` knows no limit: of whom \
             is it known that they can be joined without waiting?"
        }
        _ => {
            "It knows that it has to give up, and waits all the same. `self` is dropped when \
             `shutdown` ends: what does `drop` do then, and to whom?"
        }
    };
    let given_up = pool(1, 1)?;
    let held = hold(&given_up, 1)?;
    let report = stop(given_up, SHORT, held)?;
    ensure(report.is_in_time, || {
        let look = look(&report.named);
        format!(
            "A job does not end, and `shutdown` with a limit of {SHORT:?} waits for it.\n  {look}"
        )
    })?;
    let full = pool(1, 1)?;
    let held = hold(&full, 1)?;
    full.execute(|| ()); // has no worker, and fills the queue
    let report = stop(full, SHORT, held)?;
    ensure(report.is_in_time, || {
        format!(
            "A job does not end, the queue behind it is full, and `shutdown` with a limit of \
             {SHORT:?} waits.\n  Who tells the workers to go, and does that need room in the queue?"
        )
    })
}

fn everybody_who_is_left_is_named() -> Outcome {
    let pool = pool(3, 3)?;
    let held = hold(&pool, 3)?;
    let expected: Vec<String> = held.iter().map(|(name, _)| name.clone()).collect();
    let report = stop(pool, SHORT, held)?;
    let look = "What becomes of the others when the first straggler is found?";
    let what = "named, when three of three do not end";
    report.names(what, expected, look)
}

fn the_limit_is_for_all_together() -> Outcome {
    let (size, limit) = (20, Duration::from_millis(500));
    let pool = pool(size, size)?;
    let held = hold(&pool, size)?;
    let report = stop(pool, limit, held)?;
    // Whoever waits, and names all or nobody, has made another mistake.
    let count = report.named.len();
    ensure(report.is_in_time || count == 0 || count == size, || {
        format!(
            "{size} workers do not end. With a limit of {limit:?}, `shutdown` has given up {count} \
             of them after {PATIENCE:?}.\n  When does the time begin for the second one? A moment \
             at which all must be done is one moment."
        )
    })
}
