//! Where a step is no choice because it comes to the same, nothing is lost. Somebody who only tries
//! makes each of them a choice again; what can be seen must not become more.

extern crate orders as std;

use orders::Explorer;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;

/// All results in all orders, and how many orders there are.
fn results(scenario: fn() -> Vec<usize>, fine: bool) -> (BTreeSet<Vec<usize>>, usize) {
    let all = Arc::new(orders::real::sync::Mutex::new(BTreeSet::new()));
    let seen = Arc::clone(&all);
    let explorer = Explorer::new("it ends").preemptions(None);
    let report = explorer.explore(move || {
        if fine {
            drop(Mutex::new(()).try_lock());
        }
        seen.lock().unwrap().insert(scenario());
    });
    let report = report.unwrap();
    assert!(report.exhaustive, "{report:?}");
    (all.lock().unwrap().clone(), report.orders)
}

#[track_caller]
fn same_with_fewer_orders(scenario: fn() -> Vec<usize>) {
    let (few, orders) = results(scenario, false);
    let (all, more) = results(scenario, true);
    println!(
        "{} results in {orders} orders, {more} with more points",
        few.len()
    );
    assert!(
        orders < more,
        "{orders} orders, and {more} with more points"
    );
    assert_eq!(few, all, "results that only more points show");
}

#[test]
fn locks() {
    same_with_fewer_orders(|| {
        let both = Arc::new((Mutex::new(1), Mutex::new(1), AtomicUsize::new(0)));
        let other = Arc::clone(&both);
        let thread = thread::spawn(move || {
            *other.0.lock().unwrap() *= 2;
            let late = other.2.load(SeqCst);
            *other.1.lock().unwrap() += late;
            late
        });
        *both.1.lock().unwrap() *= 3;
        both.2.store(5, SeqCst);
        *both.0.lock().unwrap() += 1;
        let late = thread.join().unwrap();
        vec![*both.0.lock().unwrap(), *both.1.lock().unwrap(), late]
    });
}

#[test]
fn channels() {
    same_with_fewer_orders(|| {
        let (sender, receiver) = mpsc::sync_channel(1);
        let count = Arc::new(AtomicUsize::new(0));
        let (second, counts) = (sender.clone(), Arc::clone(&count));
        let thread = thread::spawn(move || {
            counts.fetch_add(1, SeqCst);
            second.send(10).is_ok()
        });
        let other = thread::spawn(move || sender.send(20).is_ok());
        let first = receiver.recv().unwrap();
        let seen = count.load(SeqCst);
        drop(receiver);
        let sent = (thread.join().unwrap(), other.join().unwrap());
        vec![first, seen, usize::from(sent.0), usize::from(sent.1)]
    });
}

#[test]
fn condvars() {
    same_with_fewer_orders(|| {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        let wait = |add: usize| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let guard = shared.0.lock().unwrap();
                let mut value = shared.1.wait_while(guard, |value| *value == 0).unwrap();
                *value = *value * 10 + add;
            })
        };
        let threads = [wait(1), wait(2)];
        *shared.0.lock().unwrap() = 3;
        shared.1.notify_all();
        for thread in threads {
            thread.join().unwrap();
        }
        vec![*shared.0.lock().unwrap()]
    });
}
