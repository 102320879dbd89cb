//! Where a step is no choice because it comes to the same, nothing is lost. Somebody who only tries
//! makes each of them a choice again; what can be seen must not become more.

use orders::Explorer;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, mpsc};
use std::thread;

/// All results in all orders, and how many orders there are.
fn results(scenario: fn() -> Vec<usize>, fine: bool) -> (BTreeSet<Vec<usize>>, usize) {
    let all = orders::real::sync::Arc::new(orders::real::sync::Mutex::new(BTreeSet::new()));
    let seen = all.clone();
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
    let numbers = format!("{orders} orders, and {more} with more points");
    println!("{} results in {numbers}", few.len());
    assert!(orders < more, "{numbers}");
    assert_eq!(few, all, "results that only more points show");
}

#[test]
fn locks() {
    same_with_fewer_orders(|| {
        let (one, two, late) = (Mutex::new(1), Mutex::new(1), AtomicUsize::new(0));
        let seen = thread::scope(|scope| {
            let thread = scope.spawn(|| {
                *one.lock().unwrap() *= 2;
                let late = late.load(SeqCst);
                *two.lock().unwrap() += late;
                late
            });
            *two.lock().unwrap() *= 3;
            late.store(5, SeqCst);
            *one.lock().unwrap() += 1;
            thread.join().unwrap()
        });
        vec![one.into_inner().unwrap(), two.into_inner().unwrap(), seen]
    });
}

#[test]
fn channels() {
    same_with_fewer_orders(|| {
        let (sender, receiver) = mpsc::sync_channel(1);
        let (second, count) = (sender.clone(), AtomicUsize::new(0));
        thread::scope(|scope| {
            let thread = scope.spawn(|| {
                count.fetch_add(1, SeqCst);
                let second = second;
                usize::from(second.send(10).is_ok())
            });
            let other = scope.spawn(move || usize::from(sender.send(20).is_ok()));
            let first = receiver.recv().unwrap();
            let seen = count.load(SeqCst);
            drop(receiver);
            vec![first, seen, thread.join().unwrap(), other.join().unwrap()]
        })
    });
}

#[test]
fn condvars() {
    same_with_fewer_orders(|| {
        let (shared, changed) = (Mutex::new(0), Condvar::new());
        let wait = |add: usize| {
            let guard = shared.lock().unwrap();
            let mut value = changed.wait_while(guard, |value| *value == 0).unwrap();
            *value = *value * 10 + add;
        };
        thread::scope(|scope| {
            scope.spawn(|| wait(1));
            scope.spawn(|| wait(2));
            *shared.lock().unwrap() = 3;
            changed.notify_all();
        });
        vec![shared.into_inner().unwrap()]
    });
}
