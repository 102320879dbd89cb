//! A reader's own pool in every order: POOL=../server/src/thread_pool.rs cargo test -p threads --test own

extern crate orders as std;

mod help;
#[macro_use]
#[path = "pools/made.rs"]
mod pools;

pools!(own lock_held_over_the_job_06);

use std::path::Path;
use std::{env, fs};

use help::{falls, holds};
use orders::Kind;

/// How many orders the pool of step 05 has, which is tried if none is named.
fn step_05(orders: usize) -> Option<usize> {
    env::var_os("POOL").is_none().then_some(orders)
}

tests! {
    all_jobs_are_done: holds(own::all_jobs_are_done(), step_05(650));
    a_panic_costs_only_its_job: holds(own::a_panic_costs_only_its_job(), step_05(11));
    a_full_queue_makes_execute_wait: holds(own::a_full_queue_makes_execute_wait(), step_05(51));
    two_jobs_run_at_once: holds(own::two_jobs_run_at_once(), step_05(50));
}

/// The book reads this story line by line. `RECORD=1` writes it anew.
#[test]
fn the_book_tells_what_happens() {
    let story = falls(
        lock_held_over_the_job_06::two_jobs_run_at_once(),
        Kind::Deadlock,
        "worker-2 waits for the lock",
    );
    // The last line says how to see it again, and names this test.
    let (story, _) = story.rsplit_once("\nTo see").unwrap_or((&story, ""));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/recorded/story.txt");
    if env::var_os("RECORD").is_some() {
        fs::write(&path, story).expect("the story can be written");
    }
    let told = fs::read_to_string(&path).expect("the story is recorded: RECORD=1");
    assert_eq!(
        told, story,
        "RECORD=1 cargo test -p threads records it anew"
    );
}
