//! What a right answer to exercise 06a does.

use std::sync::mpsc::TryRecvError;
use std::thread;
use std::time::{Duration, Instant};

use trial::{Check, Outcome, ensure, within};

use given_up::a_worker_that_never_ends_is_given_up;
use help::{AN_HOUR, LIMIT, PATIENCE, SHORT, end_of_a_worker, hold, one_stays, pool, stop};
use joined::whoever_ends_in_time_is_joined;

#[path = "ex06a_given_up.rs"]
mod given_up;

#[path = "ex06a_help.rs"]
mod help;

#[path = "ex06a_joined.rs"]
mod joined;

/// How much longer than its limit a `shutdown` may take, on a machine that is not too busy.
const LATE: Duration = Duration::from_millis(300);

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

fn nobody_waits_for_those_who_have_ended() -> Outcome {
    let pool = pool(1, 1)?;
    let end = end_of_a_worker(&pool, SHORT, Duration::ZERO);
    match within(LIMIT, "", move || pool.shutdown(AN_HOUR)) {
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

fn everybody_who_is_left_is_named() -> Outcome {
    let pool = pool(3, 3)?;
    let held = hold(&pool, 3)?;
    let expected: Vec<String> = held.iter().map(|(name, _)| name.clone()).collect();
    let report = stop(pool, SHORT, held)?;
    let look = "What becomes of the others when the first straggler is found?";
    let what = "named, when three of three do not end";
    report.names(what, expected, look)?;
    let (name, report) = one_stays(3)?;
    if report.named.len() > 1 {
        return Ok(()); // another check has something to say to that
    }
    let look = "It is known how many are left. Which of them has which name? A handle knows that of \
                its thread.";
    let what = "named, when the last of four is at work and the others have ended";
    report.names(what, vec![name], look)
}

fn the_limit_is_for_all_together() -> Outcome {
    let (size, limit) = (20, Duration::from_millis(130));
    let pool = pool(size, size)?;
    let held = hold(&pool, size)?;
    let report = stop(pool, limit, held)?;
    // Whoever waits, and names all or nobody, has made another mistake.
    let count = report.named.len();
    ensure(report.is_in_time || count == 0 || count == size, || {
        format!(
            "{size} workers do not end. With a limit of {limit:?}, `shutdown` has given up {count} \
             of them {PATIENCE:?} later.\n  When does the time begin for the second one? A moment \
             at which all must be done is one moment."
        )
    })?;
    if !report.is_in_time || report.took < limit + LATE {
        return Ok(());
    }
    for _ in 0..3 {
        if how_late(limit)? < LATE {
            return Ok(()); // the machine was busy
        }
    }
    Err(format!(
        "A job does not end, and `shutdown` with a limit of {limit:?} takes longer by {LATE:?} and \
         more, each time.\n  How long does it sleep before it looks at the clock again?"
    ))
}

/// How much longer `shutdown` takes than a thread that sleeps at the same time.
fn how_late(limit: Duration) -> Result<Duration, String> {
    let pool = pool(1, 1)?;
    let held = hold(&pool, 1)?;
    let sleeper = thread::spawn(move || {
        let start = Instant::now();
        thread::sleep(limit);
        start.elapsed()
    });
    let report = stop(pool, limit, held)?;
    let slept = sleeper.join().unwrap_or(PATIENCE);
    Ok(report.took.saturating_sub(slept))
}
