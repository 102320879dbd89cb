//! Who does not end in time, for the checks of exercise 06a.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use trial::{Outcome, ensure, equal, within};

use super::help::{LIMIT, SHORT, hold, pool, stop};

pub fn a_worker_that_never_ends_is_given_up() -> Outcome {
    a_straggler_is_left()?;
    a_full_queue_is_left()?;
    a_pool_that_is_dropped_waits()?;
    let nobody = pool(0, 1)?;
    let waits = "There is no worker, and `shutdown` waits.";
    let stopped = within(LIMIT, waits, move || nobody.shutdown(Duration::ZERO))?;
    let look = "Nobody is there who could be late. When the time is over before the first look, who \
                still looks?";
    let what = "`shutdown` of a pool without workers, with no time at all";
    equal(what, stopped, Ok(()), look)
}

fn a_straggler_is_left() -> Outcome {
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
    })
}

fn a_full_queue_is_left() -> Outcome {
    let full = pool(1, 1)?;
    let held = hold(&full, 1)?;
    let (done, result) = mpsc::channel();
    full.execute(move || {
        let _ = done.send(()); // it has no worker, and fills the queue
    });
    let report = stop(full, SHORT, held)?;
    ensure(report.is_in_time, || {
        format!(
            "A job does not end, the queue behind it is full, and `shutdown` with a limit of \
             {SHORT:?} waits.\n  Who tells the workers to go, and does that need room in the queue?"
        )
    })?;
    let sentence = "A straggler has ended at last, and a job that waited behind it is not done.\n  \
                    It was in the queue before `shutdown`. Does the straggler go on when its job \
                    is over?";
    let done = within(LIMIT, sentence, move || result.recv())?;
    ensure(done.is_ok(), || sentence.to_string())
}

fn a_pool_that_is_dropped_waits() -> Outcome {
    let dropped = pool(1, 2)?;
    let (done, results) = mpsc::channel();
    for _ in 0..2 {
        let done = done.clone();
        dropped.execute(move || {
            thread::sleep(SHORT);
            let _ = done.send(());
        });
    }
    let waits = "The jobs of a pool are over, and `drop` still waits.";
    within(LIMIT, waits, move || drop(dropped))?;
    let look = "Whoever drops a pool wants its jobs done, as before. If `drop` is in the way of \
                `shutdown`: what can be taken out of `self`, so that `drop` finds nobody?";
    let what = "jobs done when a pool with two jobs has been dropped, without `shutdown`";
    equal(what, results.try_iter().count(), 2, look)
}
