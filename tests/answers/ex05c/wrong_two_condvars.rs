use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Items that wait for whoever takes them, the oldest first.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
    resumed: Condvar,
}

struct State<T> {
    items: VecDeque<T>,
    waiting: usize,
    is_paused: bool,
    is_closed: bool,
}

impl<T> Queue<T> {
    pub fn new() -> Queue<T> {
        let state = State {
            items: VecDeque::new(),
            waiting: 0,
            is_paused: false,
            is_closed: false,
        };
        Queue {
            state: Mutex::new(state),
            changed: Condvar::new(),
            resumed: Condvar::new(),
        }
    }

    pub fn put(&self, item: T) -> Result<(), T> {
        let mut state = self.lock();
        if state.is_closed {
            return Err(item);
        }
        state.items.push_back(item);
        self.changed.notify_one();
        Ok(())
    }

    pub fn take(&self) -> Option<T> {
        let mut state = self.lock();
        state.waiting += 1;
        loop {
            let woken = if state.is_closed {
                break;
            } else if state.is_paused {
                self.resumed.wait(state)
            } else if state.items.is_empty() {
                self.changed.wait(state)
            } else {
                break;
            };
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        state.waiting -= 1;
        state.items.pop_front()
    }

    pub fn waiting(&self) -> usize {
        self.lock().waiting
    }

    pub fn pause(&self) {
        self.lock().is_paused = true;
    }

    pub fn resume(&self) {
        self.lock().is_paused = false;
        self.resumed.notify_all();
        self.changed.notify_all();
    }

    pub fn close(&self) {
        self.lock().is_closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
