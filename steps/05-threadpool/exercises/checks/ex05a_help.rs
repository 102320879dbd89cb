//! What a right answer to exercise 05a does with a handle that is kept, dropped or given away.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a handle has something to drop is the learner's affair"
)]

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::super::exercise::submit;
use super::{LIMIT, pool};

pub fn a_dropped_handle() -> Outcome {
    let sentence = "A handle is dropped, and whoever drops it waits until its job is done.\n  Who \
                    waits there, if nobody has called `join`? Is there a `Drop`?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (go, gone) = mpsc::channel::<()>();
        drop(submit(&pool, move || gone.recv().is_ok()));
        let _ = go.send(()); // only now can the job end
        Ok(())
    })?
}

pub fn unwanted_is_freed() -> Outcome {
    let sentence = "A job is done, its handle has been dropped, and its result is still there.\n  \
                    Nobody can ask for it any more. Who owns it, and until when?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (result, freed) = mpsc::channel::<()>();
        let handle = submit(&pool, move || result);
        let (begin, begun) = mpsc::channel();
        let second = submit(&pool, move || begin.send(()).is_ok());
        // Now the one worker is done with the first. The limit is for one that stands there with
        // its result. Another check has something to say to it.
        let _ = begun.recv_timeout(Duration::from_secs(1));
        drop((handle, second));
        let _ = freed.recv(); // returns when the result is dropped
        Ok(())
    })?
}

pub fn a_result_that_is_not_asked_for_keeps_no_worker() -> Outcome {
    let (begin, begun) = mpsc::channel();
    let sentence = "A pool of one: the first job is done and not joined yet, and the second never \
                    begins.\n  Where is a result until it is asked for? Does the worker stand there \
                    and hold it?";
    let (_pool, first, second) = within(LIMIT, sentence, move || {
        let pool = pool(1)?;
        let first = submit(&pool, || "first");
        let second = submit(&pool, move || {
            let _ = begin.send(());
            "second"
        });
        let _ = begun.recv();
        Ok::<_, String>((pool, first, second))
    })??;
    let sentence = "Two jobs have been done, and `join` waits for ever.\n  Does `join` look before \
                    it waits? What it waits for may have happened already.";
    within(LIMIT, sentence, || {
        let joined = [second.join().ok(), first.join().ok()];
        let expected = [Some("second"), Some("first")];
        equal("two joins", joined, expected, "look at `join`")
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
            let wait = move || gone.recv_timeout(Duration::from_millis(500)).is_ok();
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
        Ok(())
    })?
}
