//! What the orders show together: each thing that may happen, and nothing that may not.

use super::help::differs;
use orders::Explorer;
use orders::real::sync::Mutex as RealMutex;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, RwLock};
use std::thread;
use std::time::Duration;

/// Store buffering: one of two who write and then read the other's value sees it. All three results
/// that sequential consistency allows are there, and the fourth is not.
#[test]
fn memory_is_sequentially_consistent() {
    let seen = Arc::new(RealMutex::new(BTreeSet::new()));
    let results = Arc::clone(&seen);
    let explorer = Explorer::new("it ends").preemptions(None);
    let report = explorer.explore(move || {
        let (one, two) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let result = thread::scope(|scope| {
            let thread = scope.spawn(|| {
                one.store(1, SeqCst);
                two.load(SeqCst)
            });
            two.store(1, SeqCst);
            (one.load(SeqCst), thread.join().unwrap())
        });
        results.lock().unwrap().insert(result);
    });
    assert_eq!(report.unwrap().orders, 6);
    let all = BTreeSet::from([(0, 1), (1, 0), (1, 1)]);
    assert_eq!(*seen.lock().unwrap(), all);
}

/// Trying to take a lock sees it held only while it is held: giving it back is a step of its own.
#[test]
fn who_only_tries_sees_the_lock_held_and_free() {
    differs(&["it is false here, and true"], || {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            let thread = scope.spawn(|| lock.try_lock().is_ok());
            drop(lock.lock().unwrap());
            thread.join().unwrap()
        })
    });
}

/// Two wait, one is woken: each may be the one.
#[test]
fn notify_one_wakes_either() {
    differs(&["it is 2 here, and 1 in the first order"], || {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        for number in 1..=2 {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let guard = shared.0.lock().unwrap();
                *shared.1.wait(guard).unwrap() = number;
            });
        }
        thread::sleep(Duration::from_secs(1)); // both wait
        shared.1.notify_one();
        thread::sleep(Duration::from_secs(1));
        *shared.0.lock().unwrap()
    });
}

/// Readers meet behind a read-write lock, and a writer is alone.
#[test]
fn readers_share_and_a_writer_does_not() {
    let most = Arc::new(RealMutex::new(0));
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
        let (lock, changed, minute) = (Mutex::new(false), Condvar::new(), Duration::from_secs(60));
        thread::scope(|scope| {
            scope.spawn(|| {
                let guard = lock.lock().unwrap();
                let waited = changed.wait_timeout_while(guard, minute, |ready| !*ready);
                let (ready, late) = waited.unwrap();
                assert!(*ready && !late.timed_out());
            });
            let mut ready = lock.lock().unwrap();
            changed.notify_all();
            thread::yield_now();
            *ready = true;
            changed.notify_all();
            thread::yield_now();
            drop(ready);
        });
    });
    assert!(report.unwrap().orders > 1);
}
