//! Every stable method of what is made once.

use std::sync::{LazyLock, Once, OnceLock};
use std::{panic, panic::AssertUnwindSafe};

pub fn once() {
    let once = Once::new();
    assert!(!once.is_completed());
    let mut calls = 0;
    once.call_once(|| calls += 1);
    once.call_once_force(|_| calls += 1);
    once.wait();
    once.wait_force();
    assert_eq!((calls, once.is_completed()), (1, true));
    assert_eq!(format!("{once:?}"), "Once { .. }");
    let poisoned = Once::new();
    let poison = || poisoned.call_once(|| panic::resume_unwind(Box::new("poison")));
    assert!(panic::catch_unwind(AssertUnwindSafe(poison)).is_err());
    poisoned.call_once_force(|state| assert!(state.is_poisoned()));
}

pub fn once_lock() {
    let mut lock: OnceLock<u8> = OnceLock::new();
    assert_eq!(lock.get(), None);
    assert_eq!(lock.get_mut(), None);
    assert_eq!((lock.set(1), lock.set(2)), (Ok(()), Err(2)));
    assert_eq!(lock.get(), Some(&1));
    assert_eq!((*lock.get_or_init(|| 3), *lock.wait()), (1, 1));
    assert_eq!(lock.clone(), OnceLock::from(1));
    assert_eq!(format!("{lock:?}"), "OnceLock(1)");
    assert_eq!((lock.take(), lock.take()), (Some(1), None));
    assert_eq!(OnceLock::<u8>::default().into_inner(), None);
}

pub fn lazy_lock() {
    let lazy: LazyLock<u8> = LazyLock::new(|| 1);
    assert_eq!(format!("{lazy:?}"), "LazyLock(<uninit>)");
    assert_eq!((*lazy, *LazyLock::force(&lazy)), (1, 1));
    assert_eq!(format!("{lazy:?}"), "LazyLock(1)");
    assert_eq!(*LazyLock::<u8>::default(), 0);
    let poisoned: LazyLock<u8> = LazyLock::new(|| panic::resume_unwind(Box::new("poison")));
    for _ in 0..2 {
        let force = AssertUnwindSafe(|| *LazyLock::force(&poisoned));
        assert!(panic::catch_unwind(force).is_err());
    }
}
