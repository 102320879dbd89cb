//! What a right answer to exercise 01b does.

use trial::{Outcome, equal};

use super::exercise::{Count, Guest};

#[path = "ex01b_work.rs"]
mod work;
pub use work::*;

/// Moves a guest through a function.
fn pass_on(guest: Guest) -> Box<Guest> {
    Box::new(guest)
}

/// A guest that outlives its count.
fn guest_of_nobody() -> Guest {
    let count = Count::new();
    count.enter()
}

pub fn a_guest_counts_until_it_is_dropped() -> Outcome {
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

pub fn two_counts_are_two() -> Outcome {
    let (first, second) = (Count::new(), Count::new());
    let _guest = first.enter();
    equal(
        "there are two counts, and one guest has entered the first; who is in the second?",
        second.now(),
        0,
        "Is there one number for all counts? A `static` is.",
    )
}
