use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A number of guests.
pub struct Count {
    here: Arc<AtomicUsize>,
}

/// One that is counted, from `enter` until it is dropped.
pub struct Guest {
    here: Arc<AtomicUsize>,
}

impl Count {
    pub fn new() -> Count {
        let here = Arc::new(AtomicUsize::new(0));
        Count { here }
    }

    pub fn now(&self) -> usize {
        self.here.load(Ordering::Relaxed)
    }

    pub fn enter(&self) -> Guest {
        let here = Arc::clone(&self.here);
        here.fetch_add(1, Ordering::Relaxed);
        Guest { here }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.here.fetch_sub(1, Ordering::Relaxed);
    }
}

pub fn serve(count: &Count, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let _guest = count.enter();
    work()
}
