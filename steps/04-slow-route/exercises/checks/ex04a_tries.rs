//! To try, and not to wait.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, mpsc};
use std::thread;

use trial::{Outcome, ensure, equal, within};

use super::super::exercise::Semaphore;
use super::{LIMIT, MOMENT, ROUNDS};

pub fn a_try_neither_waits_nor_costs() -> Outcome {
    let sentence = "`try_acquire` should say at once that no permit is free, and it waits.\n  It is \
                    not `acquire`: what does it do if there is none?";
    let (say, said) = mpsc::channel();
    within(LIMIT, sentence, move || {
        let permits = Semaphore::new(1);
        let held = permits.acquire();
        let _ = say.send((permits.try_acquire().is_some(), "none is free"));
        let _ = say.send((permits.try_acquire().is_some(), "still none is free"));
        drop(held);
        let _ = say.send((permits.try_acquire().is_none(), "one has come back"));
    })?;
    for (is_wrong, when) in said {
        ensure(!is_wrong, || {
            format!(
                "`try_acquire` says the contrary of what is true: {when}.\n  What becomes of the \
                 number of free permits when it returns `None`?"
            )
        })?;
    }
    while_somebody_waits()?;
    at_once()?;
    whoever_else_tries()
}

/// The tries go on for so long that the other thread is waiting during some of them.
fn while_somebody_waits() -> Outcome {
    let sentence = "A thread waits in `acquire`, and `try_acquire` of another one waits, too.\n  What does \
                    the first hold while it waits? Does the second need it?";
    within(LIMIT, sentence, || {
        let permits = Arc::new(Semaphore::new(1));
        let _held = permits.acquire();
        let (say, begins) = mpsc::channel();
        let of_waiting = Arc::clone(&permits);
        thread::spawn(move || {
            let _ = say.send(());
            drop(of_waiting.acquire());
        });
        let _ = begins.recv();
        for _ in 0..20 {
            let _ = permits.try_acquire();
            thread::sleep(MOMENT);
        }
    })
}

fn at_once() -> Outcome {
    let sentence = "No permit is free, and `try_acquire` was asked 300 times. That should take no time at \
                    all, and takes seconds.\n  Does it wait a little, in case one comes back?";
    within(LIMIT, sentence, || {
        let permits = Semaphore::new(1);
        let _held = permits.acquire();
        (0..300).for_each(|_| drop(permits.try_acquire()));
    })
}

/// Four threads, and as many permits.
fn whoever_else_tries() -> Outcome {
    let sentence = "Four threads try at once, again and again, and it does not end.";
    let (in_vain, free) = within(LIMIT, sentence, || {
        let (permits, in_vain) = (Semaphore::new(4), AtomicUsize::new(0));
        let tries = || {
            let tries = (0..ROUNDS / 5).filter(|_| permits.try_acquire().is_none());
            in_vain.fetch_add(tries.count(), SeqCst);
        };
        thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(tries))));
        let held: Vec<_> = (0..4).map_while(|_| permits.try_acquire()).collect();
        (in_vain.into_inner(), held.len())
    })?;
    if free < 4 {
        return Ok(()); // Some are lost. Another check is about that.
    }
    let what =
        "four threads, each with one permit of four at most; how often `try_acquire` said `None`";
    let look = "Somebody else has the lock for a moment: that is no reason. Only the number is.";
    equal(what, in_vain, 0, look)
}
