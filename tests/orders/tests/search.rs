//! The search itself: its bounds, that it is the same each time.

extern crate orders as std;

use orders::{Explorer, Report};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

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
