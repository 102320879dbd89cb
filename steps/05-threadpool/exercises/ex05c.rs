//! Exercise 05c: a queue of our own.
//!
//! A channel cannot be looked into, and it cannot be stopped for a moment. Write a queue that can:
//! workers wait in `take`, and whoever changes the settings of the server calls `pause`, and then
//! `resume`. Not with a channel, but with a `VecDeque`, a `Mutex` and a `Condvar`.
//!
//!     let queue = Arc::new(Queue::new());
//!     // each worker:
//!     while let Some(job) = queue.take() {
//!         job();
//!     }
//!
//! Check it with: cargo test --test ex05c

use std::marker::PhantomData;

/// Items that wait for whoever takes them, the oldest first.
pub struct Queue<T> {
    // Yours: what must be known under one lock? (PhantomData only stands for a `T` until then.)
    _items: PhantomData<T>,
}

impl<T> Queue<T> {
    /// An empty queue, which is neither paused nor closed.
    pub fn new() -> Queue<T> {
        todo!("make an empty queue")
    }

    /// Puts an item at the end.
    ///
    /// # Errors
    /// The item, if the queue is closed.
    pub fn put(&self, item: T) -> Result<(), T> {
        let _ = item;
        todo!("put the item at the end, and say so")
    }

    /// Takes the oldest item. While the queue is paused, or has nothing, it waits. `None` says that
    /// the queue is closed and all that was in it has been taken. Whoever waits keeps no processor
    /// busy: it sleeps until another thread wakes it.
    pub fn take(&self) -> Option<T> {
        todo!("wait until there is something to take, or nothing will come any more")
    }

    /// How many threads wait in `take` at this moment.
    pub fn waiting(&self) -> usize {
        todo!("count those who wait")
    }

    /// From now on nobody takes anything. A closed queue cannot be paused, and a second `pause`
    /// changes nothing.
    pub fn pause(&self) {
        todo!("pause the queue")
    }

    /// Ends the pause, however often `pause` was called. Without a pause it changes nothing.
    pub fn resume(&self) {
        todo!("end the pause, and wake those who wait for that")
    }

    /// Nothing more is put in, also after a `resume`. What is in the queue is still taken. This ends
    /// a pause, too. A second `close` changes nothing.
    pub fn close(&self) {
        todo!("close the queue, and wake those who wait for that")
    }
}
