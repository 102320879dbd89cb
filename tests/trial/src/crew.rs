//! Threads and work that wait for each other, for checks in every order.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use orders::sync::mpsc::{self, Receiver, Sender};
use orders::thread::{self, JoinHandle};

/// Threads that all do the same, and what they have made.
pub struct Crew<T> {
    threads: Vec<JoinHandle<()>>,
    // No order knows this lock: it is ours, and nobody waits for it.
    made: Arc<Mutex<Vec<T>>>,
}

impl<T: Clone + Ord + Send + 'static> Crew<T> {
    #[track_caller]
    pub fn start(count: usize, work: impl Fn() -> T + Send + Sync + 'static) -> Crew<T> {
        let (work, made) = (Arc::new(work), Arc::<Mutex<Vec<T>>>::default());
        let mut threads = Vec::new();
        for _ in 0..count {
            let (work, made) = (Arc::clone(&work), Arc::clone(&made));
            threads.push(thread::spawn(move || {
                let result = work();
                lock(&made).push(result);
            }));
        }
        Crew { threads, made }
    }

    /// What they have made so far, sorted.
    pub fn so_far(&self) -> Vec<T> {
        let mut made = lock(&self.made).clone();
        made.sort_unstable();
        made
    }

    /// What all of them have made in the end, but for those who have panicked.
    #[track_caller]
    pub fn all(&mut self) -> Vec<T> {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
        self.so_far()
    }
}

/// Work that says with what it begins, and is done when the last sender is dropped.
pub fn stays<T: Send + 'static>() -> (impl FnOnce(T) + Send + 'static, Receiver<T>, Sender<()>) {
    let (begin, begun) = mpsc::channel();
    let (go, gone) = mpsc::channel::<()>();
    let work = move |with| {
        let _ = begin.send(with);
        let _ = gone.recv();
    };
    (work, begun, go)
}

fn lock<T>(place: &Mutex<T>) -> MutexGuard<'_, T> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}
