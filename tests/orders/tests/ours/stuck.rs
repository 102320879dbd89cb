//! Orders in which nobody can go on, or nobody comes to an end.

use super::help::fails;
use orders::Kind;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, OnceLock};
use std::thread;

#[test]
fn two_locks_taken_the_other_way_round() {
    let words = [
        "deadlock: main waits for lock 1, which thread-1 holds",
        "thread-1 waits for lock 2, which main holds",
        "and holds lock 1",
        "It needs 1 preemption",
    ];
    fails(Kind::Deadlock, &words, || {
        let both = Arc::new((Mutex::new(0), Mutex::new(0)));
        let other = Arc::clone(&both);
        let thread = thread::spawn(move || {
            let _b = other.1.lock().unwrap();
            let _a = other.0.lock().unwrap();
        });
        let a = both.0.lock().unwrap();
        let b = both.1.lock().unwrap();
        drop((a, b));
        thread.join().unwrap();
    });
}

#[test]
fn a_lock_taken_twice() {
    let words = ["which it holds itself since stuck.rs"];
    fails(Kind::Deadlock, &words, || {
        let lock = Mutex::new(0);
        let _first = lock.lock().unwrap();
        let _second = lock.lock().unwrap();
    });
}

#[test]
fn a_notification_before_the_wait() {
    let words = [
        "lost wake-up: thread-1 notified the condvar when nobody waited",
        "nobody waits",
    ];
    fails(Kind::LostWakeUp, &words, || {
        let ready = Arc::new((Mutex::new(()), Condvar::new()));
        let other = Arc::clone(&ready);
        let thread = thread::spawn(move || other.1.notify_one());
        let guard = ready.0.lock().unwrap();
        drop(ready.1.wait(guard).unwrap()); // without a condition
        thread.join().unwrap();
    });
}

#[test]
fn notify_one_for_two_who_wait() {
    let words = ["deadlock: main waits for", "a notification of the condvar"];
    fails(Kind::Deadlock, &words, || {
        let (lock, open) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let guard = lock.lock().unwrap();
                    drop(open.wait_while(guard, |open| !*open).unwrap());
                });
            }
            *lock.lock().unwrap() = true;
            open.notify_one();
        });
    });
}

#[test]
fn a_flag_that_nobody_sets() {
    let words = ["livelock: main looks again and again at stuck.rs"];
    fails(Kind::Livelock, &words, || {
        let flag = AtomicBool::new(false);
        while !flag.load(SeqCst) {
            thread::yield_now();
        }
    });
}

#[test]
fn two_who_give_way_for_ever() {
    fails(Kind::Livelock, &["the threads have come to no end"], || {
        let turn = AtomicUsize::new(0);
        loop {
            turn.fetch_add(1, SeqCst);
        }
    });
}

#[test]
fn a_value_that_needs_itself() {
    let words = ["which it is making itself"];
    fails(Kind::Deadlock, &words, || {
        let once = OnceLock::new();
        once.get_or_init(|| *once.get_or_init(|| 1));
    });
}
