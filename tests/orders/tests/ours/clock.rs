//! The clock of an order: it goes on only when all threads wait, and then to the next time.

use super::help::{differs, fails};
use orders::real::time::Instant as RealInstant;
use orders::{Explorer, Kind, Report};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

const HOUR: Duration = Duration::from_secs(3600);

fn every(scenario: impl Fn() + Send + Sync + 'static) -> Report {
    let report = Explorer::new("the clock is right").explore(scenario);
    report.unwrap()
}

#[test]
fn a_sleep_of_an_hour_costs_nothing() {
    let start = RealInstant::now();
    let report = every(|| {
        let (start, date) = (Instant::now(), SystemTime::now());
        thread::sleep(HOUR);
        assert_eq!((start.elapsed(), date.elapsed().unwrap()), (HOUR, HOUR));
    });
    assert_eq!(report.orders, 1);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(60), "that hour took {took:?}");
}

/// In which order they wake who sleep for so long.
fn wake<const N: usize>(hours: [u32; N]) -> Vec<usize> {
    let (sender, receiver) = mpsc::channel();
    for (number, hours) in hours.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || {
            thread::sleep(HOUR * hours);
            sender.send(number).unwrap();
        });
    }
    drop(sender);
    receiver.iter().collect()
}

#[test]
fn who_sleeps_less_wakes_first() {
    let report = every(|| assert_eq!(wake([2, 1]), [1, 0]));
    let tried = (report.orders, report.exhaustive);
    assert_eq!(tried, (1, true), "there is no choice");
}

#[test]
fn who_sleeps_as_long_may_wake_in_either_order() {
    differs(&["it is [1, 0] here, and [0, 1]"], || wake([1, 1]));
}

#[test]
fn every_wait_with_a_limit_ends_when_it_says() {
    every(|| {
        let start = Instant::now();
        let (_sender, receiver) = mpsc::channel::<()>();
        assert_eq!(receiver.recv_timeout(HOUR), Err(RecvTimeoutError::Timeout));
        assert_eq!(start.elapsed(), HOUR);
        let (lock, condvar) = (Mutex::new(()), Condvar::new());
        let guard = lock.lock().unwrap();
        let (guard, late) = condvar.wait_timeout(guard, HOUR).unwrap();
        assert!(late.timed_out());
        let (_guard, late) = condvar.wait_timeout_while(guard, HOUR, |()| true).unwrap();
        assert!(late.timed_out());
        assert_eq!(start.elapsed(), HOUR * 3);
        thread::park_timeout(HOUR);
        assert_eq!(start.elapsed(), HOUR * 4);
    });
}

/// The item and the end of the time come at the same moment: either may win.
#[test]
fn a_tie_goes_either_way() {
    differs(&["Err(Timeout)", "Ok(7)"], || {
        let (sender, receiver) = mpsc::channel();
        let thread = thread::spawn(move || {
            thread::sleep(HOUR);
            let _ = sender.send(7);
        });
        let received = receiver.recv_timeout(HOUR);
        thread.join().unwrap();
        received
    });
}

/// Who waits for a time without a lock, a channel or a sleep makes the clock go on.
#[test]
fn a_loop_that_looks_at_the_clock_ends() {
    every(|| {
        let end = Instant::now() + HOUR;
        while Instant::now() < end {
            std::hint::spin_loop();
        }
    });
}

#[test]
fn a_sleep_for_ever_does_not_end() {
    let words = ["deadlock: main waits for the clock"];
    fails(Kind::Deadlock, &words, || thread::sleep(Duration::MAX));
}
