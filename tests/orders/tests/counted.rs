//! Textbook programs whose number of orders is known by counting.

extern crate orders as std;

use orders::{Explorer, Report};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::thread;

/// All orders, without a bound for preemptions.
fn all(scenario: impl Fn() + Send + Sync + 'static) -> Report {
    let explorer = Explorer::new("it ends").preemptions(None);
    let report = explorer.explore(scenario).unwrap();
    assert!(report.complete && report.exhaustive, "{report:?}");
    println!("{} orders, {} steps", report.orders, report.steps);
    report
}

fn choose(n: usize, k: usize) -> usize {
    (0..k).fold(1, |product, i| product * (n - i) / (i + 1))
}

/// Threads with this many steps each; main only starts and joins them.
fn steps(counts: &'static [usize]) -> usize {
    let report = all(|| {
        let value = Arc::new(AtomicUsize::new(0));
        let start = |count: &usize| {
            let (count, value) = (*count, Arc::clone(&value));
            thread::spawn(move || {
                for _ in 0..count {
                    value.fetch_add(1, SeqCst);
                }
            })
        };
        let threads: Vec<_> = counts.iter().map(start).collect();
        for thread in threads {
            thread.join().unwrap();
        }
    });
    report.orders
}

#[test]
fn two_threads_interleave_as_the_binomials_say() {
    for n in 1..=5 {
        let expected = choose(2 * n, n);
        let counts: &'static [usize] = Box::leak(Box::new([n, n]));
        assert_eq!(steps(counts), expected, "two threads with {n} steps each");
    }
}

#[test]
fn three_threads_interleave_as_the_multinomials_say() {
    assert_eq!(steps(&[1, 1, 1]), 6);
    assert_eq!(steps(&[2, 2, 2]), 90); // 6! / (2! 2! 2!)
    assert_eq!(steps(&[3, 2, 1]), 60); // 6! / (3! 2! 1!)
}

/// A lock, and nothing else: the threads can only come one after the other.
#[test]
fn three_who_lock_once_come_in_six_orders() {
    let report = all(|| {
        let lock = Arc::new(Mutex::new(0));
        for _ in 0..3 {
            let lock = Arc::clone(&lock);
            thread::spawn(move || *lock.lock().unwrap() += 1);
        }
    });
    assert_eq!(report.orders, 6);
}

/// Each of three sends one item: the orders in which they arrive. The receiver adds no choice.
#[test]
fn three_who_send_once_come_in_six_orders() {
    let report = all(|| {
        let (sender, receiver) = mpsc::channel();
        for name in 0..3 {
            let sender = sender.clone();
            thread::spawn(move || sender.send(name).unwrap());
        }
        drop(sender);
        assert_eq!(receiver.iter().count(), 3);
    });
    assert_eq!(report.orders, 6);
}

#[test]
fn three_at_a_barrier_come_in_six_orders() {
    let report = all(|| {
        let barrier = Arc::new(Barrier::new(3));
        for _ in 0..3 {
            let barrier = Arc::clone(&barrier);
            thread::spawn(move || barrier.wait().is_leader());
        }
    });
    assert_eq!(report.orders, 6);
}
