use std::collections::VecDeque;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// Threads that do one kind of work on whatever they are given.
pub struct Pool<T> {
    items: Arc<Items<T>>,
    room: usize,
}

struct Items<T> {
    list: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T: Send + 'static> Pool<T> {
    pub fn new(
        size: usize,
        queue: usize,
        work: impl Fn(T) + Send + Sync + 'static,
    ) -> io::Result<Pool<T>> {
        let items = Arc::new(Items {
            list: Mutex::new(VecDeque::new()),
            changed: Condvar::new(),
        });
        let pool = Pool { items, room: queue };
        let work = Arc::new(work);
        for _ in 0..size {
            let (items, work) = (Arc::clone(&pool.items), Arc::clone(&work));
            thread::Builder::new().spawn(move || {
                while let Some(item) = items.next() {
                    let _ = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                }
            })?;
        }
        Ok(pool)
    }

    pub fn offer(&self, item: T) -> Result<(), T> {
        let list = self.items.list.lock();
        let mut list = list.unwrap_or_else(PoisonError::into_inner);
        if list.len() >= self.room {
            return Err(item);
        }
        list.push_back(item);
        self.items.changed.notify_one();
        Ok(())
    }
}

impl<T> Items<T> {
    fn next(&self) -> Option<T> {
        let list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        let must_wait = |list: &mut VecDeque<T>| list.is_empty();
        let woken = self.changed.wait_while(list, must_wait);
        woken.unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}
