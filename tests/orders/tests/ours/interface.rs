//! Every stable method of what is replaced, called outside of an order and inside of one. The same
//! calls with the real library: `interface_real.rs`.

use super::calls;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering::SeqCst};
use std::sync::{LazyLock, RwLock, RwLockWriteGuard, mpsc};

#[test]
fn the_replacement_does_what_the_real_library_does() {
    for (name, call) in calls::ALL {
        println!("{name}");
        call();
        let explorer = orders::Explorer::new("as the real library").orders(3000);
        match explorer.explore(call) {
            Ok(report) => println!("{report:?}"),
            Err(failure) => panic!("{name}: {failure}"),
        }
    }
}

/// What the real library has only since a version that need not be there.
#[test]
fn newer_methods() {
    let mut lazy: LazyLock<u8> = LazyLock::new(|| 1);
    assert_eq!(LazyLock::get(&lazy), None);
    assert_eq!(LazyLock::get_mut(&mut lazy), None);
    *LazyLock::force_mut(&mut lazy) += 1;
    *lazy += 1;
    assert_eq!(LazyLock::get(&lazy), Some(&3));
    let lock = RwLock::new(1);
    let reading = RwLockWriteGuard::downgrade(lock.write().unwrap());
    assert_eq!(*reading + *lock.try_read().unwrap(), 2);
    let atomic = AtomicUsize::new(1);
    assert_eq!(atomic.update(SeqCst, SeqCst, |n| n + 1), 1);
    assert_eq!(atomic.load(SeqCst), 2);
    let flag = AtomicBool::new(true);
    assert_eq!(flag.try_update(SeqCst, SeqCst, |_| None), Err(true));
    let pointer = AtomicPtr::<u16>::default();
    assert_eq!(pointer.fetch_ptr_add(2, SeqCst).addr(), 0);
    assert_eq!(pointer.fetch_byte_sub(1, SeqCst).addr(), 4);
    assert_eq!(pointer.fetch_or(8, SeqCst).addr(), 3);
    assert_eq!(pointer.load(SeqCst).addr(), 11);
}

/// Sharing and unwinding are allowed as with the real types.
#[test]
fn the_same_may_be_shared() {
    fn all<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}
    all::<std::sync::Mutex<u8>>();
    all::<std::sync::RwLock<u8>>();
    all::<std::sync::Condvar>();
    all::<std::sync::Once>();
    all::<std::sync::OnceLock<u8>>();
    all::<std::sync::LazyLock<u8>>();
    all::<std::sync::atomic::AtomicU64>();
    all::<mpsc::Sender<u8>>();
    all::<mpsc::SyncSender<u8>>();
    all::<std::thread::Thread>();
    all::<std::time::Instant>();
    fn sent<T: Send + UnwindSafe + RefUnwindSafe>() {}
    sent::<mpsc::Receiver<u8>>();
}
