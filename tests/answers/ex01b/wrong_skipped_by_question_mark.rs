use std::cell::Cell;
use std::io;
use std::rc::Rc;

/// A number of guests.
pub struct Count {
    here: Rc<Cell<usize>>,
}

/// One that is counted, from `enter` until it is dropped.
pub struct Guest {
    here: Rc<Cell<usize>>,
}

impl Count {
    pub fn new() -> Count {
        let here = Rc::new(Cell::new(0));
        Count { here }
    }

    pub fn now(&self) -> usize {
        self.here.get()
    }

    pub fn enter(&self) -> Guest {
        let here = Rc::clone(&self.here);
        here.set(here.get() + 1);
        Guest { here }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.here.set(self.here.get() - 1);
    }
}

pub fn serve(count: &Count, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    count.here.set(count.here.get() + 1);
    work()?;
    count.here.set(count.here.get() - 1);
    Ok(())
}
