use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

static HERE: AtomicUsize = AtomicUsize::new(0);

/// A number of guests.
pub struct Count {}

/// One that is counted, from `enter` until it is dropped.
pub struct Guest {}

impl Count {
    pub fn new() -> Count {
        Count {}
    }

    pub fn now(&self) -> usize {
        HERE.load(Ordering::Relaxed)
    }

    pub fn enter(&self) -> Guest {
        HERE.fetch_add(1, Ordering::Relaxed);
        Guest {}
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        HERE.fetch_sub(1, Ordering::Relaxed);
    }
}

pub fn serve(count: &Count, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let _guest = count.enter();
    work()
}
