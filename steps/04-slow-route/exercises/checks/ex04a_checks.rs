//! What a right answer to exercise 04a does, in every order of the threads.

use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Orders, Outcome, equal, in_every_order, until_all_wait};

use super::exercise::Semaphore;

const AN_HOUR: Duration = Duration::from_secs(3600);

/// How many of so many permits are free.
fn free(permits: &Semaphore, of: usize) -> usize {
    let held: Vec<_> = (0..of).map_while(|_| permits.try_acquire()).collect();
    held.len()
}

pub fn all_permits_can_be_had() -> Outcome {
    let stuck = "Three permits, and three are asked for. `acquire` waits for ever.\n  How many are \
                 free at first? At which number does it wait? Is a lock still held?";
    in_every_order(stuck, || {
        let (others, permits) = (Semaphore::new(2), Semaphore::new(3));
        let _held = [permits.acquire(), permits.acquire(), permits.acquire()];
        let what = "all three are taken: is a fourth one free?";
        equal(what, free(&permits, 1) > 0, false, "look at `new`")?;
        let look = "One semaphore has three permits, another has two. Those of the first are taken.\n  \
                    Each counts its own permits. Where is your number?";
        let what = "permits that are free in the second";
        equal(what, free(&others, 2), 2, look)
    })?;
    let look = "Two threads have taken permits and given them back. Then nobody has one, and not both \
                are free.\n  What does your `drop` do while somebody else has the lock?";
    in_every_order(look, move || {
        let permits = Semaphore::new(2);
        // As many as there are permits: nobody ever has to wait to be woken.
        thread::scope(|scope| {
            for _ in 0..2 {
                let permit = permits.acquire();
                scope.spawn(move || drop(permit)); // a permit goes to the thread that it is for
            }
        });
        let what = "permits that are free at the end";
        equal(what, free(&permits, 2), 2, look)
    })
}

/// Two threads wait for the only permit. Another gives it back, and may take it again.
pub fn never_more_than_that() -> Outcome {
    let stuck = "Somebody waits for a permit that has been dropped.";
    Orders::new(stuck).or_stuck().hold(|| {
        let (door, inside, most) = (Semaphore::new(1), AtomicUsize::new(0), AtomicUsize::new(0));
        let visit = || {
            let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
            inside.fetch_sub(1, Ordering::SeqCst);
        };
        let held = door.acquire();
        let has_come = thread::scope(|scope| {
            let waits = scope.spawn(|| {
                let _permit = door.acquire();
                visit();
            });
            drop(held);
            if let Some(_permit) = door.try_acquire() {
                visit();
            }
            waits.join().is_ok()
        });
        let look = "Whoever is woken was not handed the permit: somebody else may have been faster. \
                    Does it look again?";
        let most = most.load(Ordering::SeqCst);
        let what = "one permit: how many have had it at once, and has whoever waited come without a panic?";
        equal(what, (most, has_come), (1, true), look)
    })
}

pub fn whoever_waits_is_woken() -> Outcome {
    let stuck = "Two threads wait, two permits are dropped, and somebody waits for ever.\n  Does a \
                 permit that is dropped wake somebody? Does the second, too?";
    in_every_order(stuck, || {
        let permits = Semaphore::new(2);
        let held = [permits.acquire(), permits.acquire()];
        let both = Barrier::new(2);
        let begin = Instant::now();
        let waited = thread::scope(|scope| {
            let waits = [(); 2].map(|()| {
                scope.spawn(|| {
                    let _permit = permits.acquire();
                    let waited = begin.elapsed();
                    both.wait(); // each keeps its permit until both have one
                    waited
                })
            });
            until_all_wait(); // for an hour, as the clock of an order has it
            drop(held);
            let ends = waits.map(|waits| waits.join());
            ends.map(|end| end.unwrap_or_else(|panic| panic::resume_unwind(panic)) >= AN_HOUR)
        });
        let look = "It waits for as long as all permits are taken. Does it give up after a while?";
        equal("have both waited for an hour?", waited, [true; 2], look)
    })?;
    let stuck = "A permit was dropped just when a thread began to wait for it. It is free, and the \
                 thread sleeps.\n  `acquire` looks, and then waits. Can the number change in between, \
                 and who is told then?";
    in_every_order(stuck, || {
        let permits = Semaphore::new(1);
        let held = permits.acquire();
        thread::scope(|scope| {
            let waits = scope.spawn(|| drop(permits.acquire()));
            drop(held);
            let look = "`acquire` has panicked, or come back without a permit.";
            equal("has it a permit?", waits.join().is_ok(), true, look)
        })
    })
}

pub fn a_panic_gives_its_permit_back() -> Outcome {
    let look = "A thread has panicked, and its permit is lost: with each such panic fewer are served.\n  \
                A panic drops what the thread owns, too. What does your `drop` do then?";
    in_every_order(look, move || {
        let permits = Arc::new(Semaphore::new(1));
        let inside = Arc::clone(&permits);
        let handler = thread::spawn(move || {
            let _permit = inside.acquire();
            panic::resume_unwind(Box::new("a handler panics"));
        });
        let _ = handler.join();
        let is_back = permits.try_acquire().is_some();
        equal("is the permit there again?", is_back, true, look)
    })
}

pub fn a_try_neither_waits_nor_costs() -> Outcome {
    let stuck = "`try_acquire` should say at once that no permit is free, and it waits.\n  It is not \
                 `acquire`: what does it do if there is none?";
    in_every_order(stuck, || {
        let permits = Semaphore::new(1);
        let held = permits.acquire();
        let begin = Instant::now();
        let tries = [(); 2].map(|()| permits.try_acquire().is_some());
        drop(held);
        let then = permits.try_acquire().is_some();
        let look = "What becomes of the number of free permits when it returns `None`?";
        let what = "`try_acquire`: none is free, still none, then one has come back";
        equal(what, (tries, then), ([false, false], true), look)?;
        let look = "Does it wait a little, in case one comes back?";
        equal("how long it took", begin.elapsed(), Duration::ZERO, look)
    })?;
    let stuck = "A thread waits in `acquire`, and `try_acquire` of another one waits, too.\n  What does \
                 the first hold while it waits? Does the second need it?";
    in_every_order(stuck, || {
        let permits = Arc::new(Semaphore::new(1));
        let _held = permits.acquire();
        let waits = Arc::clone(&permits);
        thread::spawn(move || drop(waits.acquire()));
        let came = permits.try_acquire().is_some();
        equal("is one free?", came, false, "look at `try_acquire`")
    })?;
    in_every_order(stuck, || {
        let permits = Semaphore::new(2);
        let came = thread::scope(|scope| {
            let other = scope.spawn(|| permits.try_acquire().is_some());
            let here = permits.try_acquire().is_some();
            [here, other.join().unwrap_or_default()]
        });
        let what = "two threads, two permits: does each try find one?";
        let look = "Somebody has the lock for a moment: that is no reason. Only the number is.";
        equal(what, came, [true, true], look)
    })
}
