//! Every stable method of what holds a value for one at a time.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError};
use std::time::Duration;
use std::{panic, panic::AssertUnwindSafe};

const SHORT: Duration = Duration::from_millis(1);

pub fn mutex() {
    let mut mutex: Mutex<u8> = Mutex::new(1);
    let mut guard: MutexGuard<'_, u8> = mutex.lock().unwrap();
    *guard += 1;
    assert_eq!(format!("{guard} {guard:?}"), "2 2");
    assert!(matches!(mutex.try_lock(), Err(TryLockError::WouldBlock)));
    assert!(format!("{mutex:?}").contains("<locked>"));
    drop(guard);
    assert_eq!(*mutex.try_lock().unwrap(), 2);
    let text = "Mutex { data: 2, poisoned: false, .. }";
    assert_eq!(format!("{mutex:?}"), text);
    *mutex.get_mut().unwrap() = 3;
    assert_eq!(mutex.into_inner().unwrap(), 3);
    assert_eq!(*Mutex::from(4).lock().unwrap(), 4);
    assert_eq!(*Mutex::<u8>::default().lock().unwrap(), 0);
    let unsized_one: &Mutex<[u8]> = &Mutex::new([1, 2]);
    assert_eq!(unsized_one.lock().unwrap().len(), 2);
}

pub fn poisoned_mutex() {
    let mut mutex = Mutex::new(2);
    let poison = AssertUnwindSafe(|| {
        let _guard = mutex.lock().unwrap();
        panic::resume_unwind(Box::new("poison"));
    });
    assert!(panic::catch_unwind(poison).is_err());
    assert!(mutex.is_poisoned() && mutex.lock().is_err());
    assert!(matches!(mutex.try_lock(), Err(TryLockError::Poisoned(_))));
    assert_eq!(*mutex.lock().unwrap_or_else(PoisonError::into_inner), 2);
    assert!(mutex.get_mut().is_err());
    mutex.clear_poison();
    assert_eq!(mutex.into_inner().unwrap(), 2);
}

pub fn rwlock() {
    let mut lock: RwLock<u8> = RwLock::new(1);
    let one: RwLockReadGuard<'_, u8> = lock.read().unwrap();
    let two = lock.try_read().unwrap();
    assert_eq!(format!("{one} {two:?}"), "1 1");
    assert!(matches!(lock.try_write(), Err(TryLockError::WouldBlock)));
    drop((one, two));
    let mut guard: RwLockWriteGuard<'_, u8> = lock.write().unwrap();
    *guard += 1;
    assert_eq!(format!("{guard} {guard:?}"), "2 2");
    assert!(matches!(lock.try_read(), Err(TryLockError::WouldBlock)));
    drop(guard);
    *lock.try_write().unwrap() += 1;
    let text = "RwLock { data: 3, poisoned: false, .. }";
    assert_eq!(format!("{lock:?}"), text);
    *lock.get_mut().unwrap() = 4;
    assert_eq!(lock.into_inner().unwrap(), 4);
    assert_eq!(*RwLock::from(5).read().unwrap(), 5);
    assert_eq!(*RwLock::<u8>::default().read().unwrap(), 0);
}

pub fn poisoned_rwlock() {
    let mut lock = RwLock::new(1);
    let poison = AssertUnwindSafe(|| {
        let _guard = lock.write().unwrap();
        panic::resume_unwind(Box::new("poison"));
    });
    assert!(panic::catch_unwind(poison).is_err());
    assert!(lock.is_poisoned() && lock.read().is_err() && lock.write().is_err());
    assert!(matches!(lock.try_read(), Err(TryLockError::Poisoned(_))));
    assert!(matches!(lock.try_write(), Err(TryLockError::Poisoned(_))));
    assert!(lock.get_mut().is_err());
    lock.clear_poison();
    assert_eq!(lock.into_inner().unwrap(), 1);
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
}

pub fn condvar_with_a_limit() {
    let (mutex, condvar) = (Mutex::new(2), Condvar::new());
    let (guard, late) = condvar.wait_timeout(mutex.lock().unwrap(), SHORT).unwrap();
    let _: bool = late.timed_out();
    let waited = condvar.wait_timeout_while(guard, SHORT, |value| *value == 2);
    let (guard, late) = waited.unwrap();
    assert!(late.timed_out());
    let waited = condvar.wait_timeout_while(guard, SHORT, |value| *value != 2);
    let (guard, late) = waited.unwrap();
    assert!(!late.timed_out());
    #[allow(deprecated)]
    let (guard, _) = condvar.wait_timeout_ms(guard, 1).unwrap();
    assert_eq!(*guard, 2);
    assert_eq!(format!("{:?}", Condvar::new()), "Condvar { .. }");
}
