//! Exercise 01b: how many are here?
//!
//! A server wants to know how many clients it has at the moment. Whoever is here holds a guest: a value
//! that counts as long as it lives. Nobody can forget to count down, for nobody does it by hand.
//!
//!     let count = Count::new();
//!     let guest = count.enter(); // count.now() is 1
//!     drop(guest); // and 0 again
//!
//! Check it with: cargo test --test ex01b

use std::io;

/// A number of guests.
pub struct Count {
    // Yours: what do the count and its guests have to share?
}

/// One that is counted, from `enter` until it is dropped.
pub struct Guest {
    // Yours.
}

impl Count {
    /// A count of its own. Nobody is here.
    pub fn new() -> Count {
        todo!("begin with nobody")
    }

    /// How many are here now.
    pub fn now(&self) -> usize {
        todo!("say how many are here")
    }

    /// One more. The guest may be moved anywhere, and may even outlive the count.
    pub fn enter(&self) -> Guest {
        todo!("count one more, and make its guest")
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        // Yours.
    }
}

/// Does `work` and returns what it returns. One more is here while the work is done, and no longer,
/// whether it ends well, with an error, or with a panic.
///
/// # Errors
/// That of the work.
pub fn serve(count: &Count, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let _ = (count, work);
    todo!("have a guest here while the work is done")
}
