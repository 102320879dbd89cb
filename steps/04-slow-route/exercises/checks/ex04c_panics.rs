//! What comes of a panic on one of the threads.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

use trial::{Outcome, equal, still_to_do, within};

use super::super::exercise::in_parallel;
use super::LIMIT;

pub fn what_a_panic_said_is_handed_on() -> Outcome {
    let words = "part 2 is missing";
    let said = caught(words, |panic| panic.downcast_ref::<&str>().copied())?;
    equal(
        "`work` has panicked on one item of four; what its caller gets",
        said,
        Err(Some(words)),
        "`join` returns an error which holds what the panic said. Who hands it on?",
    )?;
    let said = caught(404_u16, |panic| panic.downcast_ref::<u16>().copied())?;
    equal(
        "`work` has panicked with the number 404_u16, which is no text; what its caller gets",
        said,
        Err(Some(404)),
        "A panic may hold anything. Hand it on as it is: who must look into it?",
    )
}

/// What the caller of `in_parallel` catches, if one item of four panics with this.
fn caught<P: Copy + Send + Sync + 'static>(
    with: P,
    look: fn(Box<dyn Any + Send>) -> Option<P>,
) -> Result<Result<Vec<i32>, Option<P>>, String> {
    let said = within(LIMIT, "It has not ended.", move || {
        let work = |&item: &i32| match item {
            2 => panic::resume_unwind(Box::new(with)),
            _ => item,
        };
        panic::catch_unwind(AssertUnwindSafe(|| in_parallel(2, &[0, 1, 2, 3], work))).map_err(look)
    })?;
    still_to_do()?;
    Ok(said)
}
