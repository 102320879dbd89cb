//! What an order leaves: no thread, and nothing that another order could see.

use super::help::check;
use orders::{Explorer, Kind};
use std::sync::{Arc, Barrier, Condvar, Mutex, mpsc};
use std::thread;
use std::time::Duration;

type Wait = fn(&(Mutex<()>, Condvar), &Barrier);

const WAITS: [Wait; 5] = [
    |_, _| thread::park(),
    |_, barrier| assert!(!barrier.wait().is_leader()),
    |lock, _| drop(lock.1.wait(lock.0.lock().unwrap()).unwrap()),
    |_, _| thread::sleep(Duration::MAX),
    |_, _| loop {
        let _ = std::panic::catch_unwind(thread::park);
    },
];

/// Threads of orders that fail end, whatever they wait for, and what they own is dropped.
#[test]
fn nothing_is_left_of_an_order_that_fails() {
    type Counted = orders::real::sync::Arc<()>;
    let counted = Counted::new(());
    let kept = Counted::clone(&counted);
    let outcome = Explorer::new("it ends").explore(move || {
        let lock = Arc::new((Mutex::new(()), Condvar::new()));
        let barrier = Arc::new(Barrier::new(2));
        for wait in WAITS {
            let (lock, barrier) = (Arc::clone(&lock), Arc::clone(&barrier));
            let kept = Counted::clone(&kept);
            thread::spawn(move || {
                wait(&lock, &barrier);
                drop(kept);
            });
        }
    });
    assert_eq!(outcome.expect_err("nobody goes on").kind, Kind::Leak);
    assert_eq!(Counted::strong_count(&counted), 1, "all threads have ended");
}

struct Careless {
    lock: Arc<Mutex<u8>>,
    jobs: mpsc::SyncSender<u8>,
    worker: Option<thread::JoinHandle<()>>,
}
impl Drop for Careless {
    fn drop(&mut self) {
        *self.lock.lock().unwrap() += 1;
        self.jobs.send(1).unwrap();
        self.worker.take().unwrap().join().unwrap();
    }
}

/// A `drop` that unwraps what a stopped order cannot give must not end the process.
#[test]
fn a_drop_that_unwraps_survives_the_end_of_its_order() {
    let outcome = Explorer::new("it ends").explore(|| {
        let lock = Arc::new(Mutex::new(0));
        let (jobs, received) = mpsc::sync_channel(0);
        let held = Arc::clone(&lock);
        let worker = thread::spawn(move || {
            let _held = held.lock().unwrap();
            for _ in received {}
        });
        let careless = Careless {
            lock,
            jobs,
            worker: Some(worker),
        };
        careless.jobs.send(0).unwrap();
        thread::park();
    });
    let failure = outcome.expect_err("nobody goes on");
    assert_eq!(failure.kind, Kind::Deadlock);
}

static COUNT: Mutex<usize> = Mutex::new(0);

fn add_one() {
    *COUNT.lock().unwrap() += 1;
}

fn add_one_to_what_was() {
    let was = *COUNT.lock().unwrap();
    *COUNT.lock().unwrap() = was + 1;
}

fn two_add(add: fn()) {
    let thread = thread::spawn(add);
    add();
    thread.join().unwrap();
    assert_eq!(*COUNT.lock().unwrap(), 2);
}

/// With a process for each order, a `static` is fresh in each.
#[test]
fn a_static_is_fresh_in_a_process_of_its_own() {
    let name = "left_over::a_static_is_fresh_in_a_process_of_its_own";
    let explorer = Explorer::new("nothing is lost").preemptions(1);
    let report = explorer.isolated(name).explore(|| two_add(add_one));
    let report = report.unwrap();
    assert!(report.orders > 1 && report.exhaustive, "{report:?}");
}

#[test]
fn a_process_of_its_own_tells_the_story() {
    let name = "left_over::a_process_of_its_own_tells_the_story";
    let explorer = Explorer::new("nothing is lost").preemptions(1);
    let outcome = explorer
        .isolated(name)
        .explore(|| two_add(add_one_to_what_was));
    let words = ["left: 1", "releases the lock"];
    check(&outcome.expect_err("one is lost"), Kind::Panic, &words);
}
