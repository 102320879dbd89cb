//! Busy waiting is seen, and only that.

extern crate orders as std;

#[allow(dead_code)] // not every test needs all of it
mod fails;

use fails::check;
use orders::{Explorer, Kind};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn spins(done: &AtomicBool) {
    while !done.load(SeqCst) {
        std::hint::spin_loop();
    }
}

fn polls(done: &AtomicBool) {
    while !done.load(SeqCst) {
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn busy_waiting_is_seen() {
    type Wait = fn(&AtomicBool);
    let (spins, polls): (Wait, Wait) = (spins, polls);
    for (wait, words) in [
        (spins, "looks again and again"),
        (polls, "lets the clock wake it up"),
    ] {
        let scenario = move || {
            let done = Arc::new(AtomicBool::new(false));
            let other = Arc::clone(&done);
            let thread = thread::spawn(move || {
                thread::sleep(Duration::from_secs(1)); // a long job
                other.store(true, SeqCst);
            });
            wait(&done);
            thread.join().unwrap();
        };
        let explorer = Explorer::new("nobody keeps a processor busy");
        explorer
            .explore(scenario)
            .expect("who waits so does get on");
        let outcome = explorer.no_busy_waiting().explore(scenario);
        check(&outcome.expect_err("it is seen"), Kind::Busy, &[words]);
    }
}

#[test]
fn waiting_with_a_condvar_is_not_busy() {
    let explorer = Explorer::new("nobody keeps a processor busy").no_busy_waiting();
    let outcome = explorer.explore(|| {
        let done = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&done);
        let thread = thread::spawn(move || {
            thread::sleep(Duration::from_secs(1));
            *other.0.lock().unwrap() = true;
            other.1.notify_all();
        });
        let guard = done.0.lock().unwrap();
        let minute = Duration::from_secs(60);
        let waited = done.1.wait_timeout_while(guard, minute, |done| !*done);
        assert!(!waited.unwrap().1.timed_out());
        thread.join().unwrap();
    });
    outcome.unwrap();
}

/// Each time it may have changed the queue, for all that can be seen: it has the right to.
#[test]
fn busy_waiting_behind_a_lock_is_seen() {
    for (pause, words) in [
        (0, "looks again and again"),
        (10, "lets the clock wake it up"),
    ] {
        let explorer = Explorer::new("nobody keeps a processor busy").no_busy_waiting();
        let outcome = explorer.explore(move || {
            let queue = Arc::new(Mutex::new(Vec::new()));
            let other = Arc::clone(&queue);
            let thread = thread::spawn(move || {
                thread::sleep(Duration::from_secs(1));
                other.lock().unwrap().push(1);
            });
            while queue.lock().unwrap().pop().is_none() {
                if pause > 0 {
                    thread::sleep(Duration::from_millis(pause));
                }
            }
            thread.join().unwrap();
        });
        check(&outcome.expect_err("it is seen"), Kind::Busy, &[words]);
    }
}

#[test]
fn work_behind_a_lock_is_not_busy() {
    let explorer = Explorer::new("nobody keeps a processor busy").no_busy_waiting();
    let outcome = explorer.explore(|| {
        let sum = Arc::new(Mutex::new(0));
        let other = Arc::clone(&sum);
        let thread = thread::spawn(move || {
            for _ in 0..10 {
                *other.lock().unwrap() += 1;
                thread::sleep(Duration::from_secs(1));
            }
        });
        thread.join().unwrap();
        assert_eq!(*sum.lock().unwrap(), 10);
    });
    outcome.unwrap();
}
