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
    list: Mutex<List<T>>,
    changed: Condvar,
}

struct List<T> {
    waiting: VecDeque<T>,
    is_closed: bool,
}

impl<T: Send + 'static> Pool<T> {
    pub fn new(
        size: usize,
        queue: usize,
        work: impl Fn(T) + Send + Sync + 'static,
    ) -> io::Result<Pool<T>> {
        let items = Arc::new(Items {
            list: Mutex::new(List {
                waiting: VecDeque::new(),
                is_closed: false,
            }),
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
        if list.waiting.len() >= self.room {
            return Err(item);
        }
        list.waiting.push_back(item);
        self.items.changed.notify_one();
        Ok(())
    }
}

/// A channel would be closed by itself.
impl<T> Drop for Pool<T> {
    fn drop(&mut self) {
        let list = self.items.list.lock();
        list.unwrap_or_else(PoisonError::into_inner).is_closed = true;
        self.items.changed.notify_one();
    }
}

impl<T> Items<T> {
    fn next(&self) -> Option<T> {
        let list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        let must_wait = |list: &mut List<T>| list.waiting.is_empty() && !list.is_closed;
        let woken = self.changed.wait_while(list, must_wait);
        woken
            .unwrap_or_else(PoisonError::into_inner)
            .waiting
            .pop_front()
    }
}
