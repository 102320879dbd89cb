//! Exercise 05b: no room, no wait.
//!
//! When the queue is full, `execute` waits. A server may prefer to say 503 Service Unavailable at
//! once, and to say that it must have its client back. Write a pool that hands back what it has no
//! room for.
//!
//!     let pool = Pool::new(4, 100, |stream: TcpStream| serve(stream))?;
//!     if let Err(stream) = pool.offer(stream) {
//!         refuse(stream); // ours again
//!     }
//!
//! Check it with: cargo test --test ex05b

use std::io;
use std::marker::PhantomData;

/// Threads that do one kind of work on whatever they are given.
pub struct Pool<T> {
    // Yours: what does the pool need to own? (PhantomData only stands for a `T` until then.)
    _work: PhantomData<T>,
}

impl<T: Send + 'static> Pool<T> {
    /// Starts `size` workers that call `work` with one item after the other, the oldest first, and
    /// has room for `queue` items that wait for a worker. `queue` is at least 1. While a worker waits
    /// it keeps no processor busy: it sleeps until another thread wakes it.
    ///
    /// An item that makes `work` panic costs itself and nothing else. When the pool is dropped,
    /// what is in the queue is still worked on, and the workers end.
    ///
    /// # Errors
    /// The operating system's, if it refuses a thread.
    pub fn new(
        size: usize,
        queue: usize,
        work: impl Fn(T) + Send + Sync + 'static,
    ) -> io::Result<Pool<T>> {
        let _ = (size, queue, work);
        todo!("start the workers")
    }

    /// Gives an item to the pool if there is room for it, and never waits.
    ///
    /// # Errors
    /// The item, if there is no room.
    pub fn offer(&self, item: T) -> Result<(), T> {
        let _ = item;
        todo!("put the item into the queue, or give it back")
    }
}
