//! What a right answer to exercise 01b does.

use std::io::{self, ErrorKind};
use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};

use trial::{Outcome, equal};

use super::exercise::{Count, Guest, serve};

pub fn a_guest_counts_until_it_is_dropped() -> Outcome {
    let count = Count::new();
    equal("nobody has entered", count.now(), 0, "look at `Count::new`")?;
    let first = Box::new(count.enter());
    let others = vec![count.enter(), count.enter()];
    let look = "Does each `enter` count one more? Is anything dropped on the way?";
    let what = "three guests have entered, and were moved about";
    equal(what, count.now(), 3, look)?;
    drop(others);
    let look =
        "Which number does a guest count down? Is it the one that `now` looks at, or a copy?";
    let what = "three guests have entered, and two were dropped";
    equal(what, count.now(), 1, look)?;
    drop(first);
    let look = "Does the last guest count down as well? Is there a condition in `drop`?";
    equal("all guests were dropped", count.now(), 0, look)?;
    let _outlives_its_count: Guest = Count::new().enter();
    Ok(())
}

pub fn two_counts_are_two() -> Outcome {
    let (first, second) = (Count::new(), Count::new());
    let _guest = first.enter();
    let what = "there are two counts, and one guest has entered the first; who is in the second?";
    let look = "Is there one number for all counts? A `static` is.";
    equal(what, second.now(), 0, look)
}

pub fn the_guest_is_here_while_the_work_is_done() -> Outcome {
    let count = Count::new();
    let mut seen = None;
    let result = serve(&count, || {
        seen = Some(count.now());
        Ok(())
    });
    let look = "Is the guest dropped before the work begins? What does `let _ =` do with a value?";
    let what = "how many are here while `serve` does the work";
    equal(what, seen, Some(1), look)?;
    let look = "`serve` returns what the work returns";
    let what = "the work went well; did `serve`?";
    equal(what, result.is_ok(), true, look)?;
    // A guest is here already, and the work serves one more. (The first one is never dropped: if the
    // number is wrong, that would be the second fault.)
    let count = Count::new();
    let _first = ManuallyDrop::new(count.enter());
    let mut seen = Vec::new();
    let _ = serve(&count, || {
        seen.push(count.now());
        serve(&count, || {
            seen.push(count.now());
            Ok(())
        })
    });
    let what = "one is here; how many are here in `serve`, and in a `serve` within its work?";
    let look = "Each `serve` has a guest of its own, whoever else is here. Does it count one more, \
                or set a number?";
    equal(what, seen, vec![2, 3], look)
}

pub fn however_the_work_ends_the_guest_leaves() -> Outcome {
    let count = Count::new();
    drop(count.enter());
    let they_leave = count.now() == 0; // whose guests never leave is told so by another check
    let here = || if they_leave { count.now() } else { 0 };
    let reset = || io::Error::new(ErrorKind::ConnectionReset, "no bread");
    let said = |error: io::Error| (error.kind(), error.to_string());
    let came = serve(&count, || Err(reset())).map_err(said);
    let what = "what `serve` returns after the work has failed";
    let look = "`serve` returns what the work returns: the error that came, and no new one";
    equal(what, came, Err(said(reset())), look)?;
    let look = "Does anything drop the guest on this way out? A `?` leaves the function at once.";
    let what = "how many are here after the work has ended with an error";
    equal(what, here(), 0, look)?;

    let panics = || panic::resume_unwind(Box::new("the work panics"));
    let result = panic::catch_unwind(AssertUnwindSafe(|| serve(&count, panics)));
    let look = "A panic skips the lines that come after the call. What does it not skip?";
    let what = "how many are here after the work has panicked";
    equal(what, here(), 0, look)?;
    let look = "Whoever catches a panic hides it from the caller. What is done while it passes by?";
    let what = "the work has panicked; does the panic reach the caller of `serve`?";
    equal(what, result.is_err(), true, look)?;
    let payload = result.err();
    let said = payload.as_ref().and_then(|payload| payload.downcast_ref());
    let look = "Is it the panic that came, or a new one? Nobody has to catch it on its way.";
    let what = "the work has panicked; what does the panic say that reaches the caller?";
    equal(what, said, Some(&"the work panics"), look)?;
    if they_leave { others_stay() } else { Ok(()) }
}

fn others_stay() -> Outcome {
    let count = Count::new();
    let _first = ManuallyDrop::new(count.enter());
    let _ = serve(&count, || serve(&count, || Ok(())));
    let look = "Each `serve` takes one away, and that is its own guest.";
    let what = "one was here before two `serve`, and now";
    equal(what, count.now(), 1, look)
}
