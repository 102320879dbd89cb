//! What a right answer to exercise 05a does.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use step_05_threadpool::ThreadPool;
use trial::{Check, Outcome, equal, within};

use super::exercise::submit;

#[path = "ex05a_handles.rs"]
mod handles;

#[path = "ex05a_joins.rs"]
mod joins;

use handles::{
    a_dropped_handle, a_result_that_is_not_asked_for_keeps_no_worker, any_panic_comes_out,
    unwanted_is_freed,
};
use joins::whoever_has_the_handle_may_join;

const LIMIT: Duration = Duration::from_secs(5);

pub const CHECKS: &[Check] = &[
    Check {
        name: "each_handle_has_the_result_of_its_own_job",
        misconception: "a thread of its own is started for each job",
        run: each_handle_has_the_result_of_its_own_job,
    },
    Check {
        name: "nobody_waits_but_in_join",
        misconception: "the result is waited for in `submit`, or where the handle is dropped",
        run: nobody_waits_but_in_join,
    },
    Check {
        name: "a_panic_comes_out_where_the_result_would",
        misconception: "a job that panics sends nothing, so nobody need think of it",
        run: a_panic_comes_out_where_the_result_would,
    },
    Check {
        name: "a_result_that_nobody_wants_is_dropped",
        misconception: "a dropped handle is an error of the worker, or its result is kept",
        run: a_result_that_nobody_wants_is_dropped,
    },
    Check {
        name: "a_result_that_is_not_asked_for_keeps_no_worker",
        misconception: "a result is handed over from hand to hand",
        run: a_result_that_is_not_asked_for_keeps_no_worker,
    },
    Check {
        name: "whoever_has_the_handle_may_join",
        misconception: "only the thread that has called `submit` is woken",
        run: whoever_has_the_handle_may_join,
    },
];

fn pool(size: usize) -> Result<ThreadPool, String> {
    ThreadPool::with_queue(size, 100).map_err(|error| format!("starting the pool failed: {error}"))
}

fn each_handle_has_the_result_of_its_own_job() -> Outcome {
    let sentence = "`join` waits for ever for a job that ends.\n  The job may be done before \
                    anybody asks. Does `join` look before it waits?";
    within(LIMIT, sentence, || {
        let pool = pool(4)?;
        let work = |number: u32| (number * 10, thread::current().name().map(str::to_string));
        let submitted = (1..=20).map(|number| (number, submit(&pool, move || work(number))));
        for (number, handle) in submitted.collect::<Vec<_>>() {
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
    })?
}

fn nobody_waits_but_in_join() -> Outcome {
    let sentence = "`submit` should return before its job is done, and it waits.\n  Whose task is \
                    it to wait for the result: that of `submit`, or that of `join`?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let (go, gone) = mpsc::channel::<()>();
        let handle = submit(&pool, move || gone.recv().is_ok());
        let _ = go.send(()); // only now can the job end
        let result = handle.join().map_err(|_| "the job panicked".to_string())?;
        equal("the job's result", result, true, "look at `join`")
    })??;
    a_dropped_handle()
}

fn a_panic_comes_out_where_the_result_would() -> Outcome {
    let sentence = "A job panics, and whoever joins it waits for ever.\n  On which ways can a job \
                    end, and who wakes the one that waits on each of them?";
    within(LIMIT, sentence, || {
        let pool = pool(1)?;
        let handle = submit(&pool, || -> u32 {
            panic::resume_unwind(Box::new("no such page"))
        });
        match panic::catch_unwind(AssertUnwindSafe(|| handle.join())) {
            Err(_) => Err(
                "A job panics, and `join` panics, too: one bug, two threads.\n  Look \
                           at its `unwrap` or `expect`: `join` can return an `Err`."
                    .to_string(),
            ),
            Ok(Ok(result)) => Err(format!("A job panics, and `join` returns Ok({result}).")),
            Ok(Err(what)) => equal(
                "what `join` returns of a job that panics with \"no such page\"",
                what.downcast_ref::<&str>().copied(),
                Some("no such page"),
                "Is the panic lost on the way? `panic::catch_unwind` returns what it was.",
            ),
        }
    })??;
    any_panic_comes_out()
}

fn a_result_that_nobody_wants_is_dropped() -> Outcome {
    let (panicked, panics) = mpsc::channel();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let _ = panicked.send(panic.to_string());
        before(panic);
    }));
    within(LIMIT, "a job without a handle never ends", move || {
        let pool = pool(1)?;
        let (go, gone) = mpsc::channel::<()>();
        // The limit is for a `submit` that waits. Another check has something to say to it.
        let wait = move || gone.recv_timeout(Duration::from_secs(1)).is_ok();
        let _ = submit(&pool, wait); // drops the handle at once
        let _ = go.send(());
        // The one worker takes this job when it is done with the other.
        let _ = submit(&pool, || ()).join();
        let panics: Vec<String> = panics.try_iter().collect();
        let what = "panics, after a handle was dropped before its job was done";
        let look = "What does `send` return if the receiver is gone?";
        equal(what, panics, vec![], look)
    })??;
    unwanted_is_freed()
}
