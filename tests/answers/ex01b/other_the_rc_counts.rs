use std::io;
use std::rc::Rc;

/// A number of guests. An `Rc` counts its owners already: this one, and each guest.
pub struct Count {
    owners: Rc<()>,
}

/// One that is counted, from `enter` until it is dropped.
pub struct Guest {
    _owner: Rc<()>,
}

impl Count {
    pub fn new() -> Count {
        let owners = Rc::new(());
        Count { owners }
    }

    pub fn now(&self) -> usize {
        Rc::strong_count(&self.owners) - 1
    }

    pub fn enter(&self) -> Guest {
        let _owner = Rc::clone(&self.owners);
        Guest { _owner }
    }
}

pub fn serve(count: &Count, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let _guest = count.enter();
    work()
}
