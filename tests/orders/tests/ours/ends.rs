//! Orders that end, but not as they should, and programs that cannot be explored.

use super::help::{check, differs, fails};
use orders::{Explorer, Kind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

#[test]
fn a_panic_that_needs_an_order() {
    let words = [
        "a panic in this order: main panics: assertion",
        "left: 1",
        "becomes 1",
    ];
    let scenario = || {
        let count = Arc::new(AtomicUsize::new(0));
        let other = Arc::clone(&count);
        let add = |count: &AtomicUsize| count.store(count.load(SeqCst) + 1, SeqCst);
        let thread = thread::spawn(move || add(&other));
        add(&count);
        thread.join().unwrap();
        assert_eq!(count.load(SeqCst), 2);
    };
    let failure = fails(Kind::Panic, &words, scenario);
    assert_eq!(failure.preemptions, 1, "the fewest that show it");
    assert!(failure.orders > 1, "without a preemption nothing is lost");
    let first = Explorer::new("all goes well").replay("1:-", scenario);
    first.expect("the first order loses nothing");
}

#[test]
fn a_thread_that_panics_unseen() {
    let words = ["thread-1 panics, and nobody joins it: the thread fails"];
    let scenario = || drop(thread::spawn(|| panic!("the thread fails")));
    fails(Kind::Panic, &words, scenario);
    let explorer = Explorer::new("a program may").may_panic();
    explorer.explore(scenario).unwrap();
    assert!(explorer.explore(|| panic!("main fails")).is_err());
}

#[test]
fn a_thread_that_never_ends() {
    let words = ["leaked threads: main has ended, and thread-1 waits for an item"];
    let scenario = || {
        let (sender, receiver) = mpsc::channel::<()>();
        thread::spawn(move || receiver.recv());
        Box::leak(Box::new(sender));
    };
    fails(Kind::Leak, &words, scenario);
    let explorer = Explorer::new("a program may").may_leak();
    explorer.explore(scenario).unwrap();
}

#[test]
fn a_result_that_depends_on_the_order() {
    let words = ["the result depends on the order: it is \"main\" here, and \"thread\""];
    differs(&words, || {
        let last = Mutex::new("nobody");
        thread::scope(|scope| {
            scope.spawn(|| *last.lock().unwrap() = "thread");
            *last.lock().unwrap() = "main";
        });
        last.into_inner().unwrap()
    });
}

#[test]
fn what_is_not_covered_is_named() {
    let words = ["not covered: std::process::exit is called"];
    fails(Kind::NotCovered, &words, || std::process::exit(0));
}

#[test]
fn what_an_earlier_order_left_is_named() {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let explorer = Explorer::new("each order starts afresh");
    let outcome = explorer.explore(|| {
        thread::spawn(|| COUNT.fetch_add(1, SeqCst));
        COUNT.fetch_add(1, SeqCst);
    });
    let words = ["not a fresh start: the atomic used at ends.rs"];
    check(&outcome.expect_err("it is seen"), Kind::Carried, &words);
}

#[test]
fn a_program_that_decides_otherwise_is_named() {
    use orders::real::sync::atomic::AtomicUsize as Real;
    static REAL: Real = Real::new(0);
    let explorer = Explorer::new("the same order gives the same");
    let outcome = explorer.explore(|| {
        let value = Arc::new(AtomicUsize::new(0));
        for _ in 0..=REAL.fetch_add(1, SeqCst) % 3 {
            let value = Arc::clone(&value);
            thread::spawn(move || value.fetch_add(1, SeqCst));
        }
        value.load(SeqCst);
    });
    let words = ["not the same twice"];
    check(&outcome.expect_err("it is seen"), Kind::Strayed, &words);
}
