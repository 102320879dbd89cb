//! Every stable method of what holds a value for one at a time.

use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, Once, OnceLock, PoisonError};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError};
use std::time::Duration;
use std::{panic, panic::AssertUnwindSafe};

const SHORT: Duration = Duration::from_millis(1);

pub fn mutex() {
    let mut mutex: Mutex<u8> = Mutex::new(1);
    let mut guard: MutexGuard<'_, u8> = mutex.lock().unwrap();
    *guard += 1;
    assert_eq!(
        (format!("{guard}"), format!("{guard:?}")),
        ("2".into(), "2".into())
    );
    assert!(matches!(mutex.try_lock(), Err(TryLockError::WouldBlock)));
    assert!(format!("{mutex:?}").contains("<locked>"));
    drop(guard);
    assert_eq!(*mutex.try_lock().unwrap(), 2);
    assert_eq!(
        format!("{mutex:?}"),
        "Mutex { data: 2, poisoned: false, .. }"
    );
    let poison = AssertUnwindSafe(|| {
        let _guard = mutex.lock().unwrap();
        panic::resume_unwind(Box::new("poison"));
    });
    assert!(panic::catch_unwind(poison).is_err());
    assert!(mutex.is_poisoned() && mutex.lock().is_err());
    assert!(matches!(mutex.try_lock(), Err(TryLockError::Poisoned(_))));
    assert_eq!(*mutex.lock().unwrap_or_else(PoisonError::into_inner), 2);
    mutex.clear_poison();
    *mutex.get_mut().unwrap() = 3;
    assert_eq!(mutex.into_inner().unwrap(), 3);
    assert_eq!(
        *Mutex::from(4).lock().unwrap() + *Mutex::<u8>::default().lock().unwrap(),
        4
    );
    let unsized_one: &Mutex<[u8]> = &Mutex::new([1, 2]);
    assert_eq!(unsized_one.lock().unwrap().len(), 2);
}

pub fn rwlock() {
    let mut lock: RwLock<u8> = RwLock::new(1);
    let one: RwLockReadGuard<'_, u8> = lock.read().unwrap();
    let two = lock.try_read().unwrap();
    assert_eq!(
        (format!("{one}"), format!("{two:?}")),
        ("1".into(), "1".into())
    );
    assert!(matches!(lock.try_write(), Err(TryLockError::WouldBlock)));
    drop((one, two));
    let mut guard: RwLockWriteGuard<'_, u8> = lock.write().unwrap();
    *guard += 1;
    assert_eq!(
        (format!("{guard}"), format!("{guard:?}")),
        ("2".into(), "2".into())
    );
    assert!(matches!(lock.try_read(), Err(TryLockError::WouldBlock)));
    drop(guard);
    *lock.try_write().unwrap() += 1;
    assert_eq!(
        format!("{lock:?}"),
        "RwLock { data: 3, poisoned: false, .. }"
    );
    let poison = AssertUnwindSafe(|| {
        let _guard = lock.write().unwrap();
        panic::resume_unwind(Box::new("poison"));
    });
    assert!(panic::catch_unwind(poison).is_err());
    assert!(lock.is_poisoned() && lock.read().is_err() && lock.write().is_err());
    lock.clear_poison();
    *lock.get_mut().unwrap() = 4;
    assert_eq!(lock.into_inner().unwrap(), 4);
    assert_eq!(
        *RwLock::from(5).read().unwrap() + *RwLock::<u8>::default().read().unwrap(),
        5
    );
}

pub fn condvar() {
    let (mutex, condvar) = (Mutex::new(0), Condvar::default());
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let mut guard = mutex.lock().unwrap();
            while *guard < 1 {
                guard = condvar.wait(guard).unwrap();
            }
            *condvar.wait_while(guard, |value| *value < 2).unwrap()
        });
        *mutex.lock().unwrap() = 1;
        condvar.notify_one();
        *mutex.lock().unwrap() = 2;
        condvar.notify_all();
        assert_eq!(waiting.join().unwrap(), 2);
    });
    let (guard, late) = condvar.wait_timeout(mutex.lock().unwrap(), SHORT).unwrap();
    let _: bool = late.timed_out();
    let (guard, late) = condvar
        .wait_timeout_while(guard, SHORT, |value| *value == 2)
        .unwrap();
    assert!(late.timed_out());
    let (guard, late) = condvar
        .wait_timeout_while(guard, SHORT, |value| *value != 2)
        .unwrap();
    assert!(!late.timed_out());
    #[allow(deprecated)]
    let (guard, _) = condvar.wait_timeout_ms(guard, 1).unwrap();
    assert_eq!(*guard, 2);
    assert_eq!(format!("{:?}", Condvar::new()), "Condvar { .. }");
}

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
    assert_eq!(
        (lock.get(), *lock.get_or_init(|| 3), *lock.wait()),
        (Some(&1), 1, 1)
    );
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
