//! Every stable method of atomics, and threads.

use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU8, Ordering::SeqCst};
use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle, Thread, ThreadId};
use std::time::Duration;

const SHORT: Duration = Duration::from_millis(1);

pub fn atomics() {
    let atomic = AtomicU8::new(1);
    assert_eq!((atomic.load(SeqCst), atomic.swap(2, SeqCst)), (1, 1));
    atomic.store(3, SeqCst);
    assert_eq!(atomic.compare_exchange(3, 4, SeqCst, SeqCst), Ok(3));
    assert_eq!(atomic.compare_exchange(3, 5, SeqCst, SeqCst), Err(4));
    while atomic.compare_exchange_weak(4, 5, SeqCst, SeqCst).is_err() {}
    #[allow(deprecated)]
    let before = atomic.compare_and_swap(5, 6, SeqCst);
    let added = atomic.fetch_add(2, SeqCst);
    assert_eq!((before, added, atomic.fetch_sub(1, SeqCst)), (5, 6, 8));
    assert_eq!(atomic.into_inner(), 7);
}

pub fn atomics_that_fetch() {
    let mut atomic = AtomicU8::new(7);
    let fetched = [
        atomic.fetch_and(5, SeqCst),
        atomic.fetch_or(8, SeqCst),
        atomic.fetch_xor(1, SeqCst),
        atomic.fetch_nand(8, SeqCst),
        atomic.fetch_min(9, SeqCst),
        atomic.fetch_max(10, SeqCst),
    ];
    assert_eq!(fetched, [7, 5, 13, 12, 247, 9]);
    let more = atomic.fetch_update(SeqCst, SeqCst, |value| value.checked_add(1));
    assert_eq!(more, Ok(10));
    assert_eq!(atomic.fetch_update(SeqCst, SeqCst, |_| None), Err(11));
    *atomic.get_mut() = 12;
    let _: *mut u8 = atomic.as_ptr();
    assert_eq!(format!("{atomic:?}"), "12");
    assert_eq!(atomic.into_inner(), 12);
}

pub fn flags_and_pointers() {
    let flag = AtomicBool::from(true);
    let fetched = [
        flag.fetch_not(SeqCst),
        flag.fetch_or(true, SeqCst),
        flag.fetch_and(false, SeqCst),
        flag.fetch_xor(true, SeqCst),
        flag.fetch_nand(true, SeqCst),
        flag.load(SeqCst),
        AtomicBool::default().into_inner(),
    ];
    assert_eq!(fetched, [true, false, true, false, true, false, false]);
    let mut value = 1;
    let pointer: AtomicPtr<u8> = AtomicPtr::new(&raw mut value);
    assert_eq!(pointer.swap(std::ptr::null_mut(), SeqCst), &raw mut value);
    assert!(pointer.load(SeqCst).is_null() && !format!("{pointer:?}{pointer:p}").is_empty());
}

pub fn threads() {
    let main: Thread = thread::current();
    let builder = thread::Builder::new()
        .name("named".to_string())
        .stack_size(1 << 20);
    let handle: JoinHandle<ThreadId> = builder.spawn(|| thread::current().id()).unwrap();
    assert_eq!(handle.thread().name(), Some("named"));
    let id = handle.thread().id();
    assert!(id != main.id());
    assert_eq!(handle.join().unwrap(), id);
    let parked = thread::spawn(move || {
        main.unpark();
        thread::park();
        assert!(!thread::panicking());
    });
    parked.thread().unpark();
    while !parked.is_finished() {
        thread::yield_now();
    }
    parked.join().unwrap();
    thread::park();
    thread::park_timeout(SHORT);
    thread::sleep(SHORT);
    std::hint::spin_loop();
    assert!(thread::available_parallelism().unwrap().get() > 0);
    let panics = thread::spawn(|| std::panic::resume_unwind(Box::new(7)));
    assert_eq!(panics.join().unwrap_err().downcast_ref(), Some(&7));
}

pub fn scopes() {
    let mut local = [1, 2];
    let sum = thread::scope(|scope| {
        let (one, two) = local.split_at_mut(1);
        let first = scope.spawn(|| one[0] += 1);
        let second = thread::Builder::new()
            .spawn_scoped(scope, || two[0] += 1)
            .unwrap();
        assert!(first.thread().id() != second.thread().id());
        second.join().unwrap();
        let nested = scope.spawn(|| scope.spawn(|| 5).join().unwrap());
        let sum: i32 = nested.join().unwrap();
        let _: bool = first.is_finished();
        sum
    });
    assert_eq!((local, sum), ([2, 3], 5));
    let fails =
        || thread::scope(|scope| drop(scope.spawn(|| std::panic::resume_unwind(Box::new(1)))));
    assert!(std::panic::catch_unwind(fails).is_err());
}

pub fn barriers() {
    let barrier = Arc::new(Barrier::new(2));
    let other = Arc::clone(&barrier);
    let thread = thread::spawn(move || other.wait().is_leader());
    let result = barrier.wait();
    assert!(result.is_leader() != thread.join().unwrap());
    let text = format!("{barrier:?}{result:?}");
    assert!(text.starts_with("Barrier { .. }BarrierWaitResult { is_leader: "));
}
