//! What a right answer to exercise 04c does.

use std::sync::Barrier;
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::in_parallel;

#[path = "ex04c_count.rs"]
mod count;
use count::Count;

#[path = "ex04c_order.rs"]
mod order;
use order::results_are_in_the_order_of_the_items;

#[path = "ex04c_panics.rs"]
mod panics;
use panics::what_a_panic_said_is_handed_on;

const LIMIT: Duration = Duration::from_secs(3);

/// How long a check waits for what a right answer never does.
const MOMENT: Duration = Duration::from_millis(300);

pub const CHECKS: &[Check] = &[
    Check {
        name: "every_item_has_its_result",
        misconception: "the number of items divides by the number of threads",
        run: every_item_has_its_result,
    },
    Check {
        name: "results_are_in_the_order_of_the_items",
        misconception: "what began first ends first",
        run: results_are_in_the_order_of_the_items,
    },
    Check {
        name: "as_many_as_allowed_are_in_work_at_once",
        misconception: "an iterator has done its work when it is made",
        run: as_many_as_allowed_are_in_work_at_once,
    },
    Check {
        name: "never_more_than_allowed",
        misconception: "a thread for each item, or one more for the rest",
        run: never_more_than_allowed,
    },
    Check {
        name: "what_a_panic_said_is_handed_on",
        misconception: "`join` hands a panic on by itself",
        run: what_a_panic_said_is_handed_on,
    },
];

/// The results borrow from the items, and the work from its surroundings.
fn every_item_has_its_result() -> Outcome {
    within(LIMIT, "It has not ended.", || {
        for count in 0..10 {
            let items: Vec<String> = (0..count).map(|number| format!("part {number}")).collect();
            let prefix = "part ".to_string();
            for threads in 1..5 {
                let work = |item: &String| item.len() - prefix.len();
                let lengths = in_parallel(threads, &items, work);
                let what = format!("the number of results of {count} items on {threads} threads");
                let look = "What becomes of the items that are left over when they are shared out?";
                equal(&what, lengths.len(), count, look)?;
                let mut came: Vec<&str> = in_parallel(threads, &items, |item| item.as_str());
                came.sort_unstable();
                let what = format!("the results of {count} items on {threads} threads");
                let look = "Is each item worked on once?";
                equal(
                    &what,
                    came,
                    items.iter().map(String::as_str).collect(),
                    look,
                )?;
            }
        }
        Ok(())
    })?
}

fn as_many_as_allowed_are_in_work_at_once() -> Outcome {
    let sentence = "Three threads are allowed, and there are three items, each of which waits until \
                    all are in work. They never were.\n  Is a thread started before another one is \
                    joined? What does `map` do until somebody asks for its items?";
    in_threes(3, sentence)?;
    for count in [6, 9, 12] {
        let sentence = format!(
            "Three threads are allowed, and there are {count} items, each of which waits until three \
             are in work. They were not always.\n  {count} / 3 leaves no rest. How large is a share, \
             and how many shares are there then?"
        );
        in_threes(count, &sentence)?;
    }
    Ok(())
}

fn in_threes(count: usize, sentence: &str) -> Outcome {
    within(LIMIT, sentence, move || {
        let three = Barrier::new(3);
        in_parallel(3, &vec![(); count], |()| three.wait().is_leader());
    })
}

fn never_more_than_allowed() -> Outcome {
    let was_exceeded = within(LIMIT, "It has not ended.", || {
        let [inside, exceeded, given_up] = [const { Count::new() }; 3];
        in_parallel(3, &[0; 7], |_| {
            inside.set(|inside| inside + 1);
            let has_time = !given_up.reaches(1, Duration::ZERO);
            let time = if has_time { MOMENT } else { Duration::ZERO };
            if inside.reaches(4, time) {
                exceeded.set(|_| 1);
            }
            given_up.set(|_| 1);
            inside.set(|inside| inside - 1);
        });
        exceeded.reaches(1, Duration::ZERO)
    })?;
    ensure(!was_exceeded, || {
        "Three threads are allowed, and there are seven items. Four were in work at once.\n  How \
         many threads are started? If each gets a share of the items: 7 / 3 is 2, and how many \
         shares of 2 does it take?"
            .to_string()
    })
}
