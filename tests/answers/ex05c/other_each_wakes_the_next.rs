use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, PoisonError};

/// Items that wait for whoever takes them, the oldest first.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
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
        }
    }

    pub fn put(&self, item: T) -> Result<(), T> {
        self.change(|state| match state.is_closed {
            true => Err(item),
            false => {
                state.items.push_back(item);
                Ok(())
            }
        })
    }

    pub fn take(&self) -> Option<T> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.waiting += 1;
        let mut state = self
            .changed
            .wait_while(state, |state| {
                !state.is_closed && (state.is_paused || state.items.is_empty())
            })
            .unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        let item = state.items.pop_front();
        drop(state);
        // There may be more to take, or more to be told that it is the end.
        self.changed.notify_one();
        item
    }

    pub fn waiting(&self) -> usize {
        self.change(|state| state.waiting)
    }

    pub fn pause(&self) {
        self.change(|state| state.is_paused = true);
    }

    pub fn resume(&self) {
        self.change(|state| state.is_paused = false);
    }

    pub fn close(&self) {
        self.change(|state| state.is_closed = true);
    }

    /// Changes the state under the lock, and wakes one when the lock is free.
    fn change<R>(&self, how: impl FnOnce(&mut State<T>) -> R) -> R {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let result = how(&mut state);
        drop(state);
        self.changed.notify_one();
        result
    }
}
