//! What a right answer to exercise 05a does for whoever joins elsewhere, or drops a handle early.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a handle has something to drop is the learner's affair"
)]

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use step_05_threadpool::ThreadPool;
use trial::{Outcome, equal, within};

use super::super::exercise::{Handle, submit};
use super::{LIMIT, pool};

/// A job that ends when the sender is dropped. The limit is for a `submit` that waits. Another check
/// has something to say to it.
fn held<T: Send + 'static>(pool: &ThreadPool, result: T) -> (Handle<T>, mpsc::Sender<()>) {
    let (go, gone) = mpsc::channel::<()>();
    let work = move || {
        let _ = gone.recv_timeout(Duration::from_millis(300));
        result
    };
    (submit(pool, work), go)
}

pub fn a_submit_to_a_busy_pool() -> Outcome {
    let sentence = "The one worker is busy, and `submit` of a second job waits, though the queue has \
                    room.\n  Does `submit` wait until its job has begun? `execute` does not.";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (go, gone) = mpsc::channel::<()>();
        let first = submit(&pool, move || gone.recv().is_err());
        let second = submit(&pool, || 2);
        drop(go); // only now can the first job end
        let joined = (first.join().ok(), second.join().ok());
        let expected = (Some(true), Some(2));
        equal("two joins", joined, expected, "look at `join`")
    })?
}

/// The handle is dropped before the job is done, and before the next one has begun.
pub fn dropped_in_time() -> Outcome {
    let sentence = "A handle was dropped, then its job was done, and the result is still there.\n  \
                    Nobody can ask for it any more. Who owns it, and until when?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (result, freed) = mpsc::channel::<()>();
        let (handle, go) = held(&pool, result);
        let (done, is_done) = mpsc::channel();
        drop(submit(&pool, move || done.send(()).is_ok()));
        drop(handle);
        drop(go);
        let _ = freed.recv(); // returns when the result is dropped
        let look = "Nobody wants its result. Is that all that a job does?";
        let what = "a handle was dropped before its job began: was the job done?";
        equal(what, is_done.recv().is_ok(), true, look)
    })?
}

/// `unpark` wakes a thread, and it need not mean this job.
pub fn woken_for_something_else() -> Outcome {
    let sentence = "Whoever waits in `join` was woken before the job was done, and waits for ever.";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (handle, go) = held(&pool, 1);
        let (begin, begun) = mpsc::channel();
        let joins = thread::spawn(move || {
            thread::current().unpark();
            let _ = begin.send(());
            handle.join().ok()
        });
        let _ = begun.recv();
        // So that it is in `join`. What is right needs no such time.
        thread::sleep(Duration::from_millis(50));
        drop(go);
        let came = joins.join().ok().flatten();
        let look = "A thread may wake up from `park`, or from `wait`, though its result is not there \
                    yet.\n  Does `join` look again, and wait again?";
        equal("`join` of one that is woken too early", came, Some(1), look)
    })?
}

pub fn two_join() -> Outcome {
    let sentence = "Two threads wait for two jobs. One job is done, and the thread that waits for it \
                    is not woken.\n  Which of the two does the worker wake?";
    within(LIMIT, sentence, || {
        let pool = pool(2)?;
        let joins = [1, 2].map(|number| {
            let (handle, go) = held(&pool, number);
            let joins = thread::spawn(move || handle.join().ok());
            // So that they wait in this order. What is right needs no such time.
            thread::sleep(Duration::from_millis(30));
            (joins, go)
        });
        let mut came = Vec::new();
        for (joins, go) in joins.into_iter().rev() {
            drop(go);
            came.push(joins.join().ok().flatten());
        }
        equal("two joins", came, vec![Some(2), Some(1)], "look at `join`")
    })?
}

pub fn whoever_has_the_handle_may_join() -> Outcome {
    let sentence = "One thread calls `submit`, another one has the handle and calls `join`. The job \
                    is done, and `join` still waits.\n  Whom does the worker wake: the thread that \
                    called `submit`, or the one that waits?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        for round in 1..=3 {
            let (go, gone) = mpsc::channel::<()>();
            // The limit is for a `submit` that waits. Another check has something to say to it.
            let wait = move || gone.recv_timeout(Duration::from_millis(300)).is_ok();
            let handle = submit(&pool, move || (wait(), round));
            let (begin, begun) = mpsc::channel();
            let joins = thread::spawn(move || {
                let _ = begin.send(());
                handle.join().ok()
            });
            let _ = begun.recv();
            // So that it has looked and waits. What is right needs no such time.
            thread::sleep(Duration::from_millis(50));
            let _ = go.send(());
            let came = joins.join().ok().flatten().map(|(_, round)| round);
            equal("what it got", came, Some(round), "look at `join`")?;
        }
        Ok::<_, String>(())
    })??;
    woken_for_something_else()?;
    two_join()
}
