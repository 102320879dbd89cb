//! What a right answer to exercise 01b does.

use std::io::{self, ErrorKind};
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use trial::{Check, Outcome, equal, within};

use super::exercise::{Count, Guest, serve};

const LIMIT: Duration = Duration::from_secs(3);

const STUCK: &str =
    "It does not return. To count and to say the number, nobody has to wait or to repeat.";

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_guest_counts_until_it_is_dropped",
        misconception: "a clone of a number is the same number",
        run: || bounded(a_guest_counts_until_it_is_dropped),
    },
    Check {
        name: "two_counts_are_two",
        misconception: "whatever is shared must be a static",
        run: || bounded(two_counts_are_two),
    },
    Check {
        name: "the_guest_is_here_while_the_work_is_done",
        misconception: "`let _ =` keeps what it is given",
        run: || bounded(the_guest_is_here_while_the_work_is_done),
    },
    Check {
        name: "however_the_work_ends_the_guest_leaves",
        misconception: "what comes after a call is always reached",
        run: || bounded(however_the_work_ends_the_guest_leaves),
    },
];

fn bounded(check: fn() -> Outcome) -> Outcome {
    within(LIMIT, STUCK, check)?
}

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

fn the_guest_is_here_while_the_work_is_done() -> Outcome {
    let count = Count::new();
    let mut seen = None;
    let result = serve(&count, || {
        seen = Some(count.now());
        Ok(())
    });
    equal(
        "how many are here while `serve` does the work",
        seen,
        Some(1),
        "Is the guest dropped before the work begins? What does `let _ =` do with a value?",
    )?;
    equal(
        "the work went well; did `serve`?",
        result.is_ok(),
        true,
        "`serve` returns what the work returns",
    )
}

fn however_the_work_ends_the_guest_leaves() -> Outcome {
    let count = Count::new();
    let guest = count.enter();
    drop(guest);
    let they_leave = count.now() == 0; // whose guests never leave is told so by another check
    let refused = serve(&count, || Err(ErrorKind::ConnectionReset.into()));
    equal(
        "what `serve` returns after the work has failed",
        refused.map_err(|error| error.kind()),
        Err(ErrorKind::ConnectionReset),
        "`serve` returns what the work returns",
    )?;
    let after = |what, look| match count.now() {
        here if they_leave => equal(what, here, 0, look),
        _ => Ok(()),
    };
    after(
        "how many are here after the work has ended with an error",
        "Does anything drop the guest on this way out? A `?` leaves the function at once.",
    )?;
    let panicking = || -> io::Result<()> { panic::resume_unwind(Box::new("the work panics")) };
    let result = panic::catch_unwind(AssertUnwindSafe(|| serve(&count, panicking)));
    after(
        "how many are here after the work has panicked",
        "A panic skips the lines that come after the call. What does it not skip?",
    )?;
    let look = "Whoever catches a panic hides it from the caller. What is done while it passes by?";
    let what = "the work has panicked; does the panic reach the caller of `serve`?";
    equal(what, result.is_err(), true, look)
}
