//! Who waits, and is told.

use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Barrier, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Outcome, ensure, within};

use super::super::exercise::Semaphore;
use super::{LIMIT, MOMENT};

/// How long a wake-up is looked for that comes between looking and waiting.
const A_WHILE: Duration = Duration::from_millis(200);

pub fn whoever_waits_is_woken() -> Outcome {
    let sentence = "Two threads wait, two permits are dropped, and somebody waits for ever.\n  Does a \
                    permit that is dropped wake somebody? Does the second, too?";
    within(LIMIT, sentence, || (0..20).try_for_each(|_| two_who_wait()))??;
    within(LIMIT, sentence, || {
        let end = Instant::now() + A_WHILE;
        let mut pauses = (0..64).cycle().take_while(|_| Instant::now() < end);
        pauses.try_for_each(while_it_begins_to_wait)
    })?
}

/// Each keeps its permit until both have one.
fn two_who_wait() -> Outcome {
    let permits = Arc::new(Semaphore::new(2));
    let held = [permits.acquire(), permits.acquire()];
    let (both, (say, woken)) = (Arc::new(Barrier::new(3)), mpsc::channel());
    for _ in 0..2 {
        let (permits, both, say) = (Arc::clone(&permits), Arc::clone(&both), say.clone());
        thread::spawn(move || {
            let _permit = permits.acquire();
            let _ = say.send(());
            both.wait();
        });
    }
    thread::sleep(MOMENT);
    drop(held);
    if (0..2).all(|_| woken.recv_timeout(LIMIT * 2 / 3).is_ok()) {
        both.wait();
        return Ok(());
    }
    // If the permit is lost, another check is about it.
    ensure(permits.try_acquire().is_none(), || {
        "Two threads wait, two permits are dropped, and not both threads have one then.\n  Does a \
         permit that is dropped wake somebody? Does the second, too?"
            .to_string()
    })
}

/// A permit is dropped at just about the time at which somebody begins to wait for it.
fn while_it_begins_to_wait(pause: usize) -> Outcome {
    let permits = Arc::new(Semaphore::new(1));
    let held = permits.acquire();
    let (begins, of_waiting) = (Arc::new(AtomicBool::new(false)), Arc::clone(&permits));
    let (say, woken) = mpsc::channel();
    let begun = Arc::clone(&begins);
    thread::spawn(move || {
        begins.store(true, SeqCst);
        drop(of_waiting.acquire());
        let _ = say.send(());
    });
    while !begun.load(SeqCst) {
        hint::spin_loop();
    }
    (0..pause).for_each(|_| hint::spin_loop());
    drop(held);
    if woken.recv_timeout(LIMIT * 2 / 3).is_ok() {
        return Ok(());
    }
    // If the permit is lost, another check is about it.
    ensure(permits.try_acquire().is_none(), || {
        "A permit was dropped just when a thread began to wait for it. It is free, and the thread \
         sleeps.\n  `acquire` looks, and then waits. Can the number change in between, and who is \
         told then?"
            .to_string()
    })
}
