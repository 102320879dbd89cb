//! What a right answer to exercise 04a does.

use std::panic;
use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::Semaphore;

#[path = "ex04a_room.rs"]
mod room;
use room::Room;

#[path = "ex04a_tries.rs"]
mod tries;
use tries::a_try_neither_waits_nor_costs;

#[path = "ex04a_waking.rs"]
mod waking;
use waking::whoever_waits_is_woken;

const LIMIT: Duration = Duration::from_secs(3);

/// A pause in which a wrong answer may show itself. A right one is right without it.
const MOMENT: Duration = Duration::from_millis(1);

/// So many that threads meet at the lock.
const ROUNDS: usize = 50_000;

pub const CHECKS: &[Check] = &[
    Check {
        name: "all_permits_can_be_had",
        misconception: "the last permit must be kept",
        run: all_permits_can_be_had,
    },
    Check {
        name: "never_more_than_that",
        misconception: "whoever is woken finds what it was woken for",
        run: never_more_than_that,
    },
    Check {
        name: "whoever_waits_is_woken",
        misconception: "who waits sees by itself that something has changed",
        run: whoever_waits_is_woken,
    },
    Check {
        name: "a_panic_gives_its_permit_back",
        misconception: "a thread that panics must not tidy up",
        run: a_panic_gives_its_permit_back,
    },
    Check {
        name: "a_try_neither_waits_nor_costs",
        misconception: "to try is to wait, or to be counted without getting in",
        run: a_try_neither_waits_nor_costs,
    },
];

fn all_permits_can_be_had() -> Outcome {
    let sentence = "Three permits, and three are asked for. `acquire` waits for ever.\n  How many \
                    are free at first? At which number does it wait? Is a lock still held?";
    within(LIMIT, sentence, || {
        let permits = Semaphore::new(3);
        let _held = [permits.acquire(), permits.acquire(), permits.acquire()];
    })?;
    let look = "Three threads have taken permits and given them back, many times. Then nobody has one, \
                and not all three are free.\n  What does your `drop` do while somebody else has the lock?";
    let free = within(LIMIT, look, || {
        let (permits, begin) = (Semaphore::new(3), Barrier::new(3));
        thread::scope(|scope| {
            // As many as there are permits: nobody ever has to wait to be woken.
            for _ in 0..3 {
                scope.spawn(|| {
                    begin.wait();
                    (0..ROUNDS).for_each(|_| drop(permits.acquire()));
                });
            }
        });
        let held: Vec<_> = (0..3).map_while(|_| permits.try_acquire()).collect();
        held.len()
    })?;
    equal("permits that are free at the end", free, 3, look)?;
    each_has_its_own()
}

fn each_has_its_own() -> Outcome {
    let look = "One semaphore has one permit, another has two. The permit of the first is taken.\n  \
                Each counts its own permits. Where is your number?";
    let free = within(LIMIT, look, || {
        let (one, two) = (Semaphore::new(1), Semaphore::new(2));
        let _held = one.acquire();
        let held: Vec<_> = (0..2).map_while(|_| two.try_acquire()).collect();
        held.len()
    })?;
    equal("permits that are free in the second", free, 2, look)
}

/// One thread waits for the only permit. Another gives it back, and at once takes it again.
fn never_more_than_that() -> Outcome {
    let look = "Whoever is woken was not handed the permit: somebody else may have been faster. Does \
                it look again?";
    let came = within(LIMIT, "`try_acquire` waits", || Room::new().is_shared());
    let came = came.map_err(|why| format!("{why}\n  {look}"))?;
    let what = "one permit; have two threads had it at once?";
    equal(what, came, false, look)
}

fn a_panic_gives_its_permit_back() -> Outcome {
    let sentence = "A thread has panicked, and something waits for its permit.";
    let is_back = within(LIMIT, sentence, || {
        let permits = Semaphore::new(1);
        let permit = permits.acquire();
        thread::scope(|scope| {
            let handler = scope.spawn(move || {
                let _permit = permit;
                panic::resume_unwind(Box::new("a handler panics"));
            });
            let _ = handler.join();
        });
        permits.try_acquire().is_some()
    })?;
    ensure(is_back, || {
        "A thread has panicked, and its permit is lost: with each such panic fewer are served.\n  \
         A panic drops what the thread owns, too. What does your `drop` do then?"
            .to_string()
    })
}
