//! What the orders show together: each thing that may happen, and nothing that may not.

extern crate orders as std;

use orders::{Explorer, Kind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, RwLock};
use std::thread;
use std::time::Duration;

/// Store buffering: one of two who write and then read the other's value sees it. All three results
/// that sequential consistency allows are there, and the fourth is not.
#[test]
fn memory_is_sequentially_consistent() {
    let seen = Arc::new(orders::real::sync::Mutex::new(Vec::new()));
    let results = Arc::clone(&seen);
    let explorer = Explorer::new("it ends").preemptions(None);
    let report = explorer.explore(move || {
        let both = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
        let other = Arc::clone(&both);
        let thread = thread::spawn(move || {
            other.0.store(1, SeqCst);
            other.1.load(SeqCst)
        });
        both.1.store(1, SeqCst);
        let here = both.0.load(SeqCst);
        results.lock().unwrap().push((here, thread.join().unwrap()));
    });
    assert_eq!(report.unwrap().orders, 6);
    let mut seen = seen.lock().unwrap().clone();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, [(0, 1), (1, 0), (1, 1)]);
}

/// Trying to take a lock sees it held only while it is held: giving it back is a step of its own.
#[test]
fn who_only_tries_sees_the_lock_held_and_free() {
    let explorer = Explorer::new("the lock is free");
    let outcome = explorer.same(|| {
        let lock = Arc::new(Mutex::new(()));
        let other = Arc::clone(&lock);
        let thread = thread::spawn(move || other.try_lock().is_ok());
        drop(lock.lock().unwrap());
        thread.join().unwrap()
    });
    assert_eq!(
        outcome.expect_err("it is held in some order").kind,
        Kind::OtherResult
    );
}

/// Two wait, one is woken: each may be the one.
#[test]
fn notify_one_wakes_either() {
    let explorer = Explorer::new("the first is woken").may_leak();
    let outcome = explorer.same(|| {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        let wait = |number: usize| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let guard = shared.0.lock().unwrap();
                *shared.1.wait(guard).unwrap() = number;
            });
        };
        wait(1);
        wait(2);
        thread::sleep(Duration::from_secs(1)); // both wait
        shared.1.notify_one();
        thread::sleep(Duration::from_secs(1));
        *shared.0.lock().unwrap()
    });
    let sentence = outcome.expect_err("the second as well").sentence;
    assert!(
        sentence.contains("it is 2 here, and 1 in the first order"),
        "{sentence}"
    );
}

/// Readers meet behind a read-write lock, and a writer is alone.
#[test]
fn readers_share_and_a_writer_does_not() {
    let most = Arc::new(orders::real::sync::Mutex::new(0));
    let seen = Arc::clone(&most);
    let explorer = Explorer::new("a writer is alone");
    let report = explorer.explore(move || {
        let (lock, inside) = (RwLock::new(()), AtomicUsize::new(0));
        let count = || {
            let now = inside.fetch_add(1, SeqCst) + 1;
            inside.fetch_sub(1, SeqCst);
            now
        };
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let _guard = lock.read().unwrap();
                    let now = count();
                    let mut most = seen.lock().unwrap();
                    *most = now.max(*most);
                });
            }
            let _guard = lock.write().unwrap();
            assert_eq!(count(), 1);
        });
    });
    assert!(report.unwrap().complete);
    assert_eq!(*most.lock().unwrap(), 2, "readers at the same time");
}

/// Who is notified goes on only when the lock is free as well.
#[test]
fn who_is_notified_waits_for_the_lock_too() {
    let explorer = Explorer::new("the lock is held by one at a time");
    let report = explorer.explore(|| {
        let shared = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            let guard = other.0.lock().unwrap();
            let minute = Duration::from_secs(60);
            let (ready, late) = other
                .1
                .wait_timeout_while(guard, minute, |ready| !*ready)
                .unwrap();
            assert!(*ready && !late.timed_out());
        });
        let mut ready = shared.0.lock().unwrap();
        shared.1.notify_all();
        thread::yield_now();
        *ready = true;
        shared.1.notify_all();
        thread::yield_now();
        drop(ready);
        thread.join().unwrap();
    });
    assert!(report.unwrap().orders > 1);
}
