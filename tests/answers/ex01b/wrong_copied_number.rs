use std::cell::Cell;
use std::io;

/// A number of guests.
pub struct Count {
    here: Cell<usize>,
}

/// One that is counted, from `enter` until it is dropped.
pub struct Guest {
    here: Cell<usize>,
}

impl Count {
    pub fn new() -> Count {
        let here = Cell::new(0);
        Count { here }
    }

    pub fn now(&self) -> usize {
        self.here.get()
    }

    pub fn enter(&self) -> Guest {
        self.here.set(self.here.get() + 1);
        let here = self.here.clone();
        Guest { here }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.here.set(self.here.get() - 1);
    }
}

pub fn serve(count: &Count, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let _guest = count.enter();
    work()
}
