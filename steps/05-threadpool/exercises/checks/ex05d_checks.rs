//! What a right answer to exercise 05d does.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use trial::{Check, Outcome, equal, within};

use super::exercise::Cache;

#[path = "ex05d_waiting.rs"]
mod waiting;

#[path = "ex05d_once.rs"]
mod once;

use once::{
    at_the_same_time, one_of_those_who_waited_computes, two_keys_of_one_hash,
    whoever_waits_is_in_nobodys_way,
};
use waiting::{a_panic_while_another_waits, all_who_wait_for_a_value_get_it};

const LIMIT: Duration = Duration::from_secs(5);

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_value_is_computed_once",
        misconception: "what was not there a moment ago is not there now",
        run: a_value_is_computed_once,
    },
    Check {
        name: "different_values_are_computed_at_once",
        misconception: "a lock around several values is held while one is computed",
        run: different_values_are_computed_at_once,
    },
    Check {
        name: "a_panic_costs_the_key_nothing",
        misconception: "a computation that has begun also ends, or nobody waits when it panics",
        run: a_panic_costs_the_key_nothing,
    },
    Check {
        name: "all_who_wait_for_a_value_get_it",
        misconception: "one waits for a value, so it is enough to wake one",
        run: all_who_wait_for_a_value_get_it,
    },
];

fn a_value_is_computed_once() -> Outcome {
    within(LIMIT, "`get` waits for ever", || {
        let cache = Cache::new();
        let came = [1, 2, 3].map(|page| cache.get("/", || page));
        let look = "Each `get` computes. Is it the same place that is filled and looked at?";
        equal("`get` of one key, three times", came, [1, 1, 1], look)?;
        let other = cache.get("/news", || 4);
        equal("`get` of another key", other, 4, "each key has a value")
    })??;
    within(
        LIMIT,
        "`get` waits for a value that is there.",
        at_the_same_time,
    )??;
    two_keys_of_one_hash()?;
    one_of_those_who_waited_computes()
}

fn different_values_are_computed_at_once() -> Outcome {
    let sentence = "Forty workers compute forty different keys, and each waits until all have begun. \
                    They wait for ever.\n  Which lock is held while `compute` runs? Do two keys \
                    share it?";
    within(LIMIT, sentence, || {
        let cache = Arc::new(Cache::new());
        let all = Arc::new(Barrier::new(41));
        for key in 0..40 {
            let (cache, all) = (Arc::clone(&cache), Arc::clone(&all));
            thread::spawn(move || cache.get(key, || all.wait().is_leader()));
        }
        all.wait();
        Ok::<_, String>(())
    })??;
    whoever_waits_is_in_nobodys_way()
}

fn a_panic_costs_the_key_nothing() -> Outcome {
    let sentence = "A computation has panicked, and the next `get` of this key waits for ever.\n  \
                    Who takes back what was noted when the computation began?";
    within(LIMIT, sentence, || {
        let cache = Cache::new();
        let get = |compute: fn() -> u32| {
            let caught = panic::catch_unwind(AssertUnwindSafe(|| cache.get("/", compute)));
            caught.ok()
        };
        let came = get(|| panic::resume_unwind(Box::new("no such page")));
        equal(
            "`get` with a panic",
            came,
            None,
            "Where has the panic gone?",
        )?;
        let look = "A computation has panicked, and since then each `get` of this key panics, too. \
                    What does `lock` return after a panic?";
        equal("the next `get`", get(|| 5), Some(5), look)
    })??;
    a_panic_while_another_waits()
}
