//! What a right answer to exercise 01b does.

use trial::{Check, Outcome, equal, in_every_order};

use super::exercise::{Count, Guest};

#[path = "ex01b_work.rs"]
mod work;
use work::{however_the_work_ends_the_guest_leaves, the_guest_is_here_while_the_work_is_done};

const STUCK: &str =
    "It does not return. To count and to say the number, nobody has to wait or to repeat.";

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_guest_counts_until_it_is_dropped",
        misconception: "a clone of a number is the same number",
        run: || in_every_order(STUCK, a_guest_counts_until_it_is_dropped),
    },
    Check {
        name: "two_counts_are_two",
        misconception: "whatever is shared must be a static",
        run: || in_every_order(STUCK, two_counts_are_two),
    },
    Check {
        name: "the_guest_is_here_while_the_work_is_done",
        misconception: "`let _ =` keeps what it is given",
        run: || in_every_order(STUCK, the_guest_is_here_while_the_work_is_done),
    },
    Check {
        name: "however_the_work_ends_the_guest_leaves",
        misconception: "what comes after a call is always reached",
        run: || in_every_order(STUCK, however_the_work_ends_the_guest_leaves),
    },
];

/// Moves a guest through a function.
fn pass_on(guest: Guest) -> Box<Guest> {
    Box::new(guest)
}

/// A guest that outlives its count.
fn guest_of_nobody() -> Guest {
    let count = Count::new();
    count.enter()
}

fn a_guest_counts_until_it_is_dropped() -> Outcome {
    let count = Count::new();
    equal("nobody has entered", count.now(), 0, "look at `Count::new`")?;
    let first = pass_on(count.enter());
    let others = vec![count.enter(), count.enter()];
    equal(
        "three guests have entered, and were moved about",
        count.now(),
        3,
        "Does each `enter` count one more? Is anything dropped on the way?",
    )?;
    drop(others);
    equal(
        "three guests have entered, and two were dropped",
        count.now(),
        1,
        "Which number does a guest count down? Is it the one that `now` looks at, or a copy?",
    )?;
    drop(first);
    let look = "Does the last guest count down as well? Is there a condition in `drop`?";
    equal("all guests were dropped", count.now(), 0, look)?;
    drop(guest_of_nobody());
    Ok(())
}

fn two_counts_are_two() -> Outcome {
    let (first, second) = (Count::new(), Count::new());
    let _guest = first.enter();
    equal(
        "there are two counts, and one guest has entered the first; who is in the second?",
        second.now(),
        0,
        "Is there one number for all counts? A `static` is.",
    )
}
