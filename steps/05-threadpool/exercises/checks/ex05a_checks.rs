//! What a right answer to exercise 05a does, in every order of the threads.

#![allow(
    clippy::drop_non_drop,
    reason = "whether a handle has something to drop is the learner's affair"
)]

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Sender};
use std::thread;

use step_05_threadpool::ThreadPool;
use trial::{Outcome, equal, in_every_order, until_all_wait};

use super::exercise::{Handle, submit};

/// With a new pool in each order.
fn on_a_pool(
    size: usize,
    stuck: &str,
    scenario: impl Fn(&ThreadPool) -> Outcome + Send + Sync + 'static,
) -> Outcome {
    in_every_order(stuck, move || {
        let pool = ThreadPool::with_queue(size, 100);
        scenario(&pool.map_err(|error| format!("starting the pool failed: {error}"))?)
    })
}

/// A job that ends when the sender is dropped.
fn held<T: Send + 'static>(pool: &ThreadPool, result: T) -> (Handle<T>, Sender<()>) {
    let (go, gone) = mpsc::channel::<()>();
    let work = move || {
        let _ = gone.recv();
        result
    };
    (submit(pool, work), go)
}

pub fn each_handle_has_the_result_of_its_own_job() -> Outcome {
    let stuck = "`join` waits for ever for a job that ends.\n  The job may be done before anybody \
                 asks. Does `join` look before it waits?";
    on_a_pool(2, stuck, |pool| {
        let work = |number: u32| (number * 10, thread::current().name().map(str::to_string));
        let submitted = [1, 2].map(|number| (number, submit(pool, move || work(number))));
        for (number, handle) in submitted.into_iter().rev() {
            let joined = handle.join();
            let (result, worker) = joined.map_err(|_| format!("job {number} panicked"))?;
            let look = "does each job have a channel or a place of its own?";
            let what = format!("the result of job {number}");
            equal(&what, result, number * 10, look)?;
            let worker = worker.unwrap_or_else(|| "a thread without a name".to_string());
            let look = "Who starts a thread here? The pool has some: `execute`.";
            let what = format!("is {worker:?} a worker of the pool?");
            equal(&what, worker.starts_with("worker-"), true, look)?;
        }
        Ok(())
    })
}

pub fn nobody_waits_but_in_join() -> Outcome {
    let stuck = "`submit` should return before its job is done, and it waits.\n  Whose task is it to \
                 wait for the result: that of `submit`, or that of `join`?";
    on_a_pool(1, stuck, |pool| {
        let (handle, go) = held(pool, 1);
        drop(go); // only now can the job end
        let result = handle.join().map_err(|_| "the job panicked".to_string())?;
        equal("the job's result", result, 1, "look at `join`")
    })?;
    let stuck = "A handle is dropped, and whoever drops it waits until its job is done.\n  Who waits \
                 there, if nobody has called `join`? Is there a `Drop`?";
    on_a_pool(1, stuck, |pool| {
        let (handle, go) = held(pool, 1);
        drop(handle);
        drop(go); // only now can the job end
        Ok(())
    })?;
    let stuck = "The one worker is busy, and `submit` of a second job waits, though the queue has \
                 room.\n  Does `submit` wait until its job has begun? `execute` does not.";
    on_a_pool(1, stuck, |pool| {
        let (first, go) = held(pool, 1);
        let second = submit(pool, || 2);
        drop(go); // only now can the first job end
        let joined = (first.join().ok(), second.join().ok());
        equal("two joins", joined, (Some(1), Some(2)), "look at `join`")
    })
}

pub fn a_panic_comes_out_where_the_result_would() -> Outcome {
    let stuck = "A job panics, and whoever joins it waits for ever.\n  On which ways can a job end, \
                 and who wakes the one that waits on each of them?";
    on_a_pool(1, stuck, |pool| {
        let work = || -> u32 { panic::resume_unwind(Box::new("no such page")) };
        let handle = submit(pool, work);
        let joined = panic::catch_unwind(AssertUnwindSafe(|| handle.join()));
        let joined = joined.map_err(|_| {
            "A job panics, and `join` panics, too: one bug, two threads.\n  Look at its `unwrap` or \
             `expect`: `join` can return an `Err`."
        })?;
        let Err(what) = joined else {
            return Err(format!("A job panics, and `join` returns {joined:?}."));
        };
        let came = what.downcast_ref::<&str>().copied();
        let what = "what `join` returns of a job that panics with \"no such page\"";
        let look = "Is the panic lost on the way? `panic::catch_unwind` returns what it was.";
        equal(what, came, Some("no such page"), look)?;
        let work = || -> u32 { panic::resume_unwind(Box::new(404_u16)) };
        let came = submit(pool, work).join().err();
        let came = came.and_then(|came| came.downcast_ref::<u16>().copied());
        let look = "A panic need not be a text. `join` hands on what it was, whatever that is.";
        let what = "a job panics with 404_u16: what comes";
        equal(what, came, Some(404), look)
    })
}

/// A result that says when it is dropped, and whether that was by a panic.
struct Made(Sender<bool>);

impl Drop for Made {
    fn drop(&mut self) {
        let _ = self.0.send(thread::panicking());
    }
}

pub fn a_result_that_nobody_wants_is_dropped() -> Outcome {
    let stuck = "A job was done, its handle was dropped, and its result is still there.\n  Nobody can \
                 ask for it any more. Who owns it, and until when?";
    let panics = |panicked: Option<bool>| {
        let what = "has the worker panicked, with a result that nobody wants?";
        let look = "What does `send` return if the receiver is gone?";
        equal(what, panicked, Some(false), look)
    };
    on_a_pool(1, stuck, move |pool| {
        let (result, freed) = mpsc::channel();
        let (done, is_done) = mpsc::channel();
        let result = Made(result);
        // The handle is dropped at once, in some orders before the job is done, in some after.
        drop(submit(pool, move || {
            let _ = done.send(());
            result
        }));
        let look = "Nobody wants its result. Is that all that a job does?";
        let what = "a handle was dropped before its job began: was the job done?";
        equal(what, is_done.recv().is_ok(), true, look)?;
        panics(freed.recv().ok()) // comes when the result is dropped
    })?;
    on_a_pool(1, stuck, move |pool| {
        let (result, freed) = mpsc::channel();
        let result = Made(result);
        let handle = submit(pool, move || result);
        until_all_wait(); // until the job is done
        drop(handle);
        panics(freed.recv().ok())
    })
}

pub fn a_result_that_is_not_asked_for_keeps_no_worker() -> Outcome {
    let stuck = "A pool of one: the first job is done and not joined yet, and the second never \
                 begins.\n  Where is a result until it is asked for? Does the worker stand there and \
                 hold it?";
    on_a_pool(1, stuck, |pool| {
        let (begin, begun) = mpsc::channel();
        let first = submit(pool, || "first");
        let second = submit(pool, move || {
            let _ = begin.send(());
            "second"
        });
        let _ = begun.recv();
        let joined = [second.join().ok(), first.join().ok()];
        let expected = [Some("second"), Some("first")];
        equal("two joins", joined, expected, "look at `join`")
    })
}

pub fn whoever_has_the_handle_may_join() -> Outcome {
    let stuck = "One thread calls `submit`, another one has the handle and calls `join`. The job is \
                 done, and `join` still waits.\n  Whom does the worker wake: the thread that called \
                 `submit`, or the one that waits?";
    on_a_pool(1, stuck, |pool| {
        let (handle, go) = held(pool, 1);
        let joins = thread::spawn(move || {
            // It has been woken before, and that need not mean this job.
            thread::current().unpark();
            handle.join().ok()
        });
        drop(go);
        let came = joins.join().ok().flatten();
        let look = "A thread may wake up from `park`, or from `wait`, though its result is not there \
                    yet.\n  Does `join` look again, and wait again?";
        equal("`join` of one that is woken too early", came, Some(1), look)
    })?;
    let stuck = "Two threads wait for two jobs. One job is done, and the thread that waits for it is \
                 not woken.\n  Which of the two does the worker wake?";
    on_a_pool(2, stuck, |pool| {
        let joins = [1, 2].map(|number| {
            let (handle, go) = held(pool, number);
            (thread::spawn(move || handle.join().ok()), go)
        });
        until_all_wait();
        let mut came = Vec::new();
        for (joins, go) in joins.into_iter().rev() {
            drop(go);
            came.push(joins.join().ok().flatten());
        }
        equal("two joins", came, vec![Some(2), Some(1)], "look at `join`")
    })
}
