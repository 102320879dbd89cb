//! Who ends in time, for the checks of exercise 06a.

use std::sync::mpsc::{self, TryRecvError};
use std::thread;
use std::time::Duration;

use trial::{Outcome, ensure, equal, within};

use super::help::{AN_HOUR, LIMIT, SHORT, end_of_a_worker, hold, one_stays, pool};

pub fn whoever_ends_in_time_is_joined() -> Outcome {
    idle_workers_end()?;
    let look = "Three have ended while it waited for the first. When is each of them looked at?";
    let what = "named, when `worker-1` of four is at work and the others have ended";
    let (name, report) = one_stays(0)?;
    report.names(what, vec![name], look)?;
    a_full_queue_is_closed()
}

fn idle_workers_end() -> Outcome {
    let (done, results) = mpsc::channel();
    let idle = pool(2, 10)?;
    let end = end_of_a_worker(&idle, Duration::ZERO, Duration::from_millis(120));
    for number in 1..=10 {
        let done = done.clone();
        idle.execute(move || {
            let _ = done.send(number);
        });
    }
    let sentence = "Nobody is at work, and `shutdown` waits.";
    let joined = within(LIMIT, sentence, move || idle.shutdown(LIMIT / 2))?;
    let look = "A worker without a job waits in `recv`. What makes `recv` fail, so that it can go \
                home?";
    let what = "`shutdown` of two workers with nothing to do but some short jobs";
    equal(what, joined, Ok(()), look)?;
    let look = "does closing the queue throw away what is in it?";
    equal("jobs done by then", results.try_iter().count(), 10, look)?;
    ensure(end.try_recv() == Err(TryRecvError::Disconnected), || {
        "`shutdown` says that all have ended, and the thread of a worker is still there.\n  \
         `is_finished` is true when the work is done, and then the thread clears up. Who waits \
         until it has gone?"
            .to_string()
    })
}

fn a_full_queue_is_closed() -> Outcome {
    let full = pool(1, 1)?;
    let held = hold(&full, 1)?;
    let end = end_of_a_worker(&full, Duration::ZERO, Duration::ZERO); // fills the queue
    thread::spawn(move || full.shutdown(AN_HOUR));
    thread::sleep(SHORT); // so that it finds the queue full; if it does not, nothing is lost
    drop(held);
    let sentence = "The queue was full when `shutdown` began. Now all jobs are done, and the worker \
                    does not go home.\n  Who told it to, if there was no room in the queue?";
    within(LIMIT, sentence, move || end.recv()).map(drop)
}
