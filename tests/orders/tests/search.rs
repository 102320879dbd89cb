//! The search itself: its bounds, that it is the same each time, and what it sees.

extern crate orders as std;

use orders::{Explorer, Kind, Report};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, RwLock};
use std::thread;
use std::time::Duration;

/// Two threads, each with this many steps on one atomic.
fn two_threads(steps: usize) -> impl Fn() + Send + Sync + 'static {
    move || {
        let value = Arc::new(AtomicUsize::new(0));
        let other = Arc::clone(&value);
        let count = move |value: &AtomicUsize| {
            for _ in 0..steps {
                value.fetch_add(1, SeqCst);
            }
        };
        let thread = thread::spawn(move || count(&other));
        count(&value);
        thread.join().unwrap();
    }
}

fn bounded(bound: usize, steps: usize) -> Report {
    let explorer = Explorer::new("it ends").preemptions(bound);
    explorer.explore(two_threads(steps)).unwrap()
}

/// Main goes first unless it loses its turn. With one preemption it loses it after 0 to 2 of its
/// three steps, and has it again only when the other has ended. With two the other loses it, too,
/// after 1 or 2 of its three; main then goes on to its end.
#[test]
fn the_bound_is_a_number_of_preemptions() {
    assert_eq!(bounded(0, 3).orders, 1);
    assert_eq!(bounded(1, 3).orders, 1 + 3);
    assert_eq!(bounded(2, 3).orders, 1 + 3 + 3 * 2);
    let all = bounded(9, 3);
    assert_eq!((all.orders, all.exhaustive), (20, true)); // 6! / (3! 3!)
    assert!(!bounded(2, 3).exhaustive);
}

#[test]
fn the_number_of_orders_can_be_bounded() {
    let explorer = Explorer::new("it ends").preemptions(None).orders(10);
    let report = explorer.explore(two_threads(5)).unwrap();
    assert_eq!(
        (report.orders, report.complete, report.exhaustive),
        (10, false, false)
    );
}

#[test]
fn each_run_tries_the_same_orders() {
    let run = || Explorer::new("it ends").explore(two_threads(8)).unwrap();
    let first = run();
    for _ in 0..3 {
        assert_eq!(run(), first);
    }
}

#[test]
fn a_schedule_replays_its_order_and_no_other() {
    let lost = || {
        let value = Arc::new(AtomicUsize::new(0));
        let other = Arc::clone(&value);
        let add = |value: &AtomicUsize| value.store(value.load(SeqCst) + 1, SeqCst);
        let thread = thread::spawn(move || add(&other));
        add(&value);
        thread.join().unwrap();
        assert_eq!(value.load(SeqCst), 2);
    };
    let explorer = Explorer::new("no addition is lost");
    let failure = explorer.explore(lost).expect_err("one is");
    for _ in 0..3 {
        let again = explorer
            .replay(&failure.schedule, lost)
            .expect_err("the same again");
        assert_eq!(again.table, failure.table);
    }
    explorer
        .replay("1:-", lost)
        .expect("the first order loses nothing");
}

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
        (wait(1), wait(2));
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
