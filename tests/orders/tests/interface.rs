//! Every stable method of what is replaced, called outside of an order and inside of one. The same
//! calls with the real library: `interface_real.rs`.

extern crate orders as std;

#[path = "interface/channels.rs"]
mod channels;
#[path = "interface/clocks.rs"]
mod clocks;
#[path = "interface/locks.rs"]
mod locks;
#[path = "interface/made_once.rs"]
mod made_once;
#[path = "interface/others.rs"]
mod others;

use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering::SeqCst};
use std::sync::{LazyLock, RwLock, RwLockWriteGuard, mpsc};

macro_rules! calls {
    ($($module:ident::$name:ident)+) => {$(
        #[test]
        fn $name() {
            $module::$name();
            match orders::Explorer::new("as the real library").orders(3000).explore($module::$name) {
                Ok(report) => println!("{report:?}"),
                Err(failure) => panic!("{failure}"),
            }
        }
    )+};
}

calls! {
    locks::mutex locks::poisoned_mutex locks::poisoned_rwlock locks::condvar_with_a_limit channels::sync_channels others::atomics_that_fetch others::flags_and_pointers locks::rwlock locks::condvar made_once::once made_once::once_lock made_once::lazy_lock
    channels::channels channels::rendezvous others::atomics others::threads others::scopes
    others::barriers clocks::clocks
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
    assert_eq!(
        (
            atomic.update(SeqCst, SeqCst, |n| n + 1),
            atomic.load(SeqCst)
        ),
        (1, 2)
    );
    assert_eq!(
        AtomicBool::new(true).try_update(SeqCst, SeqCst, |_| None),
        Err(true)
    );
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
