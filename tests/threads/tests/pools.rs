//! The pools of steps 05 and 06 in every order. That of step 06 stands as it is; those with one fault
//! put in fail in the order that shows it. Step 05's own is in `own.rs`.

extern crate orders as std;

mod help;
#[macro_use]
#[path = "pools/made.rs"]
mod pools;

pools!(right_06 join_before_close_06);
pools!(lock_held_over_the_job_05 no_catch_unwind_05 a_sender_kept_05);
pools!(lock_held_over_the_job_06 no_catch_unwind_06 a_sender_kept_06);

use help::{falls, holds};
use orders::Kind;

const HELD: &str = "worker-2 waits for the lock, which worker-1 holds";
const LOST: &str = "worker-1 has ended with a panic: a job panics";
const OPEN: &str = "waits for an item in channel 1 (a sender still exists)";

tests! {
    all_jobs_are_done: holds(right_06::all_jobs_are_done(), 326);
    a_panic_costs_only_its_job: holds(right_06::a_panic_costs_only_its_job(), 11);
    a_full_queue_makes_execute_wait: holds(right_06::a_full_queue_makes_execute_wait(), 51);
    two_jobs_run_at_once: holds(right_06::two_jobs_run_at_once(), 50);
    drop_waits: holds(right_06::drop_waits(), 326);

    with_the_lock_held_over_the_job_two_jobs_cannot_meet_05:
        falls(lock_held_over_the_job_05::two_jobs_run_at_once(), Kind::Leak, HELD);
    with_the_lock_held_over_the_job_two_jobs_cannot_meet_06:
        falls(lock_held_over_the_job_06::two_jobs_run_at_once(), Kind::Deadlock, HELD);
    without_catch_unwind_a_panic_costs_the_worker_05:
        falls(no_catch_unwind_05::a_panic_costs_only_its_job(), Kind::Panic, LOST);
    without_catch_unwind_a_panic_costs_the_worker_06:
        falls(no_catch_unwind_06::a_panic_costs_only_its_job(), Kind::Panic, LOST);
    with_a_sender_kept_the_workers_never_end_05:
        falls(a_sender_kept_05::all_jobs_are_done(), Kind::Leak, OPEN);
    with_a_sender_kept_the_workers_never_end_06:
        falls(a_sender_kept_06::all_jobs_are_done(), Kind::Deadlock, OPEN);
    with_join_before_close_drop_waits_for_ever: falls(
        join_before_close_06::drop_waits(),
        Kind::Deadlock,
        "main waits for worker-1 to end",
    );
}
