//! What `serve` does with the work. Two of the checks of exercise 01b.

use std::io::{self, ErrorKind};
use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use trial::{Outcome, equal};

use super::super::exercise::{Count, serve};

pub fn the_guest_is_here_while_the_work_is_done() -> Outcome {
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
    )?;
    others_count_as_well()
}

/// A guest is here already, and the work serves one more. (The first one is never dropped: if the
/// number is wrong, that would be the second fault.)
fn others_count_as_well() -> Outcome {
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
    equal(
        "one is here; how many are here in `serve`, and in a `serve` within its work?",
        seen,
        vec![2, 3],
        "Each `serve` has a guest of its own, whoever else is here. Does it count one more, or set \
         a number?",
    )
}

pub fn however_the_work_ends_the_guest_leaves() -> Outcome {
    let count = Count::new();
    let guest = count.enter();
    drop(guest);
    let they_leave = count.now() == 0; // whose guests never leave is told so by another check
    let reset = || io::Error::new(ErrorKind::ConnectionReset, "no bread");
    let said = |error: io::Error| (error.kind(), error.to_string());
    equal(
        "what `serve` returns after the work has failed",
        serve(&count, || Err(reset())).map_err(said),
        Err(said(reset())),
        "`serve` returns what the work returns: the error that came, and no new one",
    )?;
    let after = |what, look| match count.now() {
        here if they_leave => equal(what, here, 0, look),
        _ => Ok(()),
    };
    after(
        "how many are here after the work has ended with an error",
        "Does anything drop the guest on this way out? A `?` leaves the function at once.",
    )?;
    let result = panic::catch_unwind(AssertUnwindSafe(|| serve(&count, panics)));
    after(
        "how many are here after the work has panicked",
        "A panic skips the lines that come after the call. What does it not skip?",
    )?;
    the_panic_passes_by(result)?;
    if they_leave { others_stay() } else { Ok(()) }
}

fn others_stay() -> Outcome {
    let count = Count::new();
    let _first = ManuallyDrop::new(count.enter());
    let _ = serve(&count, || serve(&count, || Ok(())));
    let look = "Each `serve` takes one away, and that is its own guest.";
    equal(
        "one was here before two `serve`, and now",
        count.now(),
        1,
        look,
    )
}

const PANIC: &str = "the work panics";

fn panics() -> io::Result<()> {
    panic::resume_unwind(Box::new(PANIC))
}

fn the_panic_passes_by(result: thread::Result<io::Result<()>>) -> Outcome {
    let look = "Whoever catches a panic hides it from the caller. What is done while it passes by?";
    let what = "the work has panicked; does the panic reach the caller of `serve`?";
    equal(what, result.is_err(), true, look)?;
    let look = "Is it the panic that came, or a new one? Nobody has to catch it on its way.";
    let payload = result.err();
    let said = payload
        .as_ref()
        .and_then(|payload| payload.downcast_ref::<&str>());
    let what = "the work has panicked; what does the panic say that reaches the caller?";
    equal(what, said, Some(&PANIC), look)
}
