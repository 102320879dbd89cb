//! Busy waiting is seen, and only that.

use super::help::check;
use orders::{Explorer, Kind};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

const LOOKS: &str = "looks again and again";
const WAKES: &str = "lets the clock wake it up";

/// Somebody waits until another has done a long job.
fn waits<T: Default + Sync>(job: fn(&T), wait: impl Fn(&T)) {
    let shared = T::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_secs(1));
            job(&shared);
        });
        wait(&shared);
    });
}

fn explorer() -> Explorer {
    Explorer::new("nobody keeps a processor busy")
}

fn pause(millis: u64) {
    match millis {
        0 => std::hint::spin_loop(),
        _ => thread::sleep(Duration::from_millis(millis)),
    }
}

#[test]
fn busy_waiting_is_seen() {
    for (millis, words) in [(0, LOOKS), (10, WAKES)] {
        let scenario = move || {
            let job = |done: &AtomicBool| done.store(true, SeqCst);
            waits(job, |done| {
                while !done.load(SeqCst) {
                    pause(millis);
                }
            });
        };
        let outcome = explorer().explore(scenario);
        outcome.expect("who waits so does get on");
        let outcome = explorer().no_busy_waiting().explore(scenario);
        check(&outcome.expect_err("it is seen"), Kind::Busy, &[words]);
    }
}

#[test]
fn waiting_with_a_condvar_is_not_busy() {
    let outcome = explorer().no_busy_waiting().explore(|| {
        let job = |done: &(Mutex<bool>, Condvar)| {
            *done.0.lock().unwrap() = true;
            done.1.notify_all();
        };
        waits(job, |done| {
            let (guard, minute) = (done.0.lock().unwrap(), Duration::from_secs(60));
            let waited = done.1.wait_timeout_while(guard, minute, |done| !*done);
            assert!(!waited.unwrap().1.timed_out());
        });
    });
    outcome.unwrap();
}

/// Each time it may have changed the queue, for all that can be seen: it has the right to.
#[test]
fn busy_waiting_behind_a_lock_is_seen() {
    for (millis, words) in [(0, LOOKS), (10, WAKES)] {
        let outcome = explorer().no_busy_waiting().explore(move || {
            let job = |queue: &Mutex<Vec<u8>>| queue.lock().unwrap().push(1);
            waits(job, |queue| {
                while queue.lock().unwrap().pop().is_none() {
                    if millis > 0 {
                        pause(millis);
                    }
                }
            });
        });
        check(&outcome.expect_err("it is seen"), Kind::Busy, &[words]);
    }
}

#[test]
fn work_behind_a_lock_is_not_busy() {
    let outcome = explorer().no_busy_waiting().explore(|| {
        let sum = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                for _ in 0..10 {
                    *sum.lock().unwrap() += 1;
                    thread::sleep(Duration::from_secs(1));
                }
            });
        });
        assert_eq!(*sum.lock().unwrap(), 10);
    });
    outcome.unwrap();
}
