//! What a right answer to exercise 05a does with a handle that is kept, dropped or given away.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a handle has something to drop is the learner's affair"
)]

use std::panic;
use std::sync::mpsc;
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::super::exercise::submit;
use super::joins::{a_submit_to_a_busy_pool, dropped_in_time};
use super::{LIMIT, pool};

pub fn a_dropped_handle() -> Outcome {
    let sentence = "A handle is dropped, and whoever drops it waits until its job is done.\n  Who \
                    waits there, if nobody has called `join`? Is there a `Drop`?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (go, gone) = mpsc::channel::<()>();
        drop(submit(&pool, move || gone.recv().is_ok()));
        let _ = go.send(()); // only now can the job end
        Ok::<_, String>(())
    })??;
    a_submit_to_a_busy_pool()
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
        Ok::<_, String>(())
    })??;
    dropped_in_time()
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

pub fn any_panic_comes_out() -> Outcome {
    within(LIMIT, "A job panics, and `join` waits.", || {
        let pool = pool(1)?;
        let handle = submit(&pool, || -> u32 { panic::resume_unwind(Box::new(404_u16)) });
        let what = handle.join().err();
        let what = what.and_then(|what| what.downcast_ref::<u16>().copied());
        let look = "A panic need not be a text. `join` hands on what it was, whatever that is.";
        equal(
            "a job panics with 404_u16: what comes",
            what,
            Some(404),
            look,
        )
    })?
}
