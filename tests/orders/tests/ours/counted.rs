//! Textbook programs whose number of orders is known by counting, and the bounds of the search.

use orders::{Explorer, Report};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::thread;

/// All orders, without a bound for preemptions.
fn all(scenario: impl Fn() + Send + Sync + 'static) -> usize {
    let explorer = Explorer::new("it ends").preemptions(None);
    let report = explorer.explore(scenario).unwrap();
    assert!(report.complete && report.exhaustive, "{report:?}");
    println!("{} orders, {} steps", report.orders, report.steps);
    report.orders
}

/// Main and others, each with this many steps on one atomic.
fn steps<const N: usize>(counts: [usize; N]) -> impl Fn() + Send + Sync + 'static {
    move || {
        let value = AtomicUsize::new(0);
        let count = |steps| (0..steps).for_each(|_| _ = value.fetch_add(1, SeqCst));
        thread::scope(|scope| {
            for steps in &counts[1..] {
                scope.spawn(|| count(*steps));
            }
            count(counts[0]);
        });
    }
}

fn choose(n: usize, k: usize) -> usize {
    (0..k).fold(1, |product, i| product * (n - i) / (i + 1))
}

#[test]
fn two_threads_interleave_as_the_binomials_say() {
    for n in 1..=5 {
        let orders = all(steps([n, n]));
        assert_eq!(orders, choose(2 * n, n), "two threads with {n} steps each");
    }
}

#[test]
fn three_threads_interleave_as_the_multinomials_say() {
    assert_eq!(all(steps([1, 1, 1])), 6);
    assert_eq!(all(steps([2, 2, 2])), 90); // 6! / (2! 2! 2!)
    assert_eq!(all(steps([3, 2, 1])), 60); // 6! / (3! 2! 1!)
}

/// A lock, and nothing else: the threads can only come one after the other.
#[test]
fn three_who_lock_once_come_in_six_orders() {
    let orders = all(|| {
        let lock = Arc::new(Mutex::new(0));
        for _ in 0..3 {
            let lock = Arc::clone(&lock);
            thread::spawn(move || *lock.lock().unwrap() += 1);
        }
    });
    assert_eq!(orders, 6);
}

/// Each of three sends one item: the orders in which they arrive. The receiver adds no choice.
#[test]
fn three_who_send_once_come_in_six_orders() {
    let orders = all(|| {
        let (sender, receiver) = mpsc::channel();
        for name in 0..3 {
            let sender = sender.clone();
            thread::spawn(move || sender.send(name).unwrap());
        }
        drop(sender);
        assert_eq!(receiver.iter().count(), 3);
    });
    assert_eq!(orders, 6);
}

#[test]
fn three_at_a_barrier_come_in_six_orders() {
    let orders = all(|| {
        let barrier = Arc::new(Barrier::new(3));
        for _ in 0..3 {
            let barrier = Arc::clone(&barrier);
            thread::spawn(move || barrier.wait().is_leader());
        }
    });
    assert_eq!(orders, 6);
}

fn bounded(bound: usize) -> Report {
    let explorer = Explorer::new("it ends").preemptions(bound);
    explorer.explore(steps([3, 3])).unwrap()
}

/// Main goes first unless it loses its turn. With one preemption it loses it after 0 to 2 of its
/// three steps, and has it again only when the other has ended. With two the other loses it, too,
/// after 1 or 2 of its three; main then goes on to its end.
#[test]
fn the_bound_is_a_number_of_preemptions() {
    assert_eq!(bounded(0).orders, 1);
    assert_eq!(bounded(1).orders, 1 + 3);
    assert_eq!(bounded(2).orders, 1 + 3 + 3 * 2);
    let all = bounded(9);
    assert_eq!((all.orders, all.exhaustive), (20, true)); // 6! / (3! 3!)
    assert!(!bounded(2).exhaustive);
}

#[test]
fn the_number_of_orders_can_be_bounded() {
    let explorer = Explorer::new("it ends").preemptions(None).orders(10);
    let report = explorer.explore(steps([5, 5])).unwrap();
    assert_eq!(report.orders, 10);
    assert!(!report.complete && !report.exhaustive);
}

#[test]
fn each_run_tries_the_same_orders() {
    let run = || Explorer::new("it ends").explore(steps([8, 8])).unwrap();
    let first = run();
    for _ in 0..3 {
        assert_eq!(run(), first);
    }
}
