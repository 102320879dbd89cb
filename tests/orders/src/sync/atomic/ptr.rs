//! `AtomicPtr`.

use std::fmt::{self, Formatter, Pointer};
use std::panic::Location;
use std::sync::atomic::Ordering;

super::common::common!([T] AtomicPtr *mut T);

/// Changes of the address in one step, as in the real library since Rust 1.91.
macro_rules! changes {
    ($($name:ident: $what:literal $change:expr;)+) => {$(
        /// As in the real library, since Rust 1.91.
        #[track_caller]
        pub fn $name(&self, value: usize, order: Ordering) -> *mut T {
            let change: fn(*mut T, usize) -> *mut T = $change;
            self.access(Location::caller(), $what, |real| {
                let one = real.fetch_update(order, Ordering::Relaxed, |now| Some(change(now, value)));
                one.unwrap_or_else(|now| now)
            })
        }
    )+};
}

impl<T> AtomicPtr<T> {
    changes! {
        fetch_ptr_add: "moves" |now, by| now.wrapping_add(by);
        fetch_ptr_sub: "moves back" |now, by| now.wrapping_sub(by);
        fetch_byte_add: "moves" |now, by| now.wrapping_byte_add(by);
        fetch_byte_sub: "moves back" |now, by| now.wrapping_byte_sub(by);
        fetch_or: "ors" |now, bits| now.map_addr(|address| address | bits);
        fetch_and: "ands" |now, bits| now.map_addr(|address| address & bits);
        fetch_xor: "xors" |now, bits| now.map_addr(|address| address ^ bits);
    }

    pub const fn as_ptr(&self) -> *mut *mut T {
        self.real.as_ptr()
    }
}

impl<T> Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Pointer::fmt(&self.real, f)
    }
}
