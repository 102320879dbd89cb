//! The atomics: a flag, those that count, and a pointer.

use super::common::{accesses, common};
use std::fmt::{self, Formatter, Pointer};
use std::panic::Location;
use std::sync::atomic::Ordering;

common!([] AtomicBool bool);

impl AtomicBool {
    accesses! {
        fetch_and: "ands" (value: bool, order: Ordering) -> bool;
        fetch_nand: "nands" (value: bool, order: Ordering) -> bool;
        fetch_or: "ors" (value: bool, order: Ordering) -> bool;
        fetch_xor: "xors" (value: bool, order: Ordering) -> bool;
        fetch_not: "negates" (order: Ordering) -> bool;
    }
}

macro_rules! ints {
    ($($name:ident $value:ident)+) => {$(
        common!([] $name $value);

        impl $name {
            accesses! {
                fetch_add: "adds to" (value: $value, order: Ordering) -> $value;
                fetch_sub: "subtracts from" (value: $value, order: Ordering) -> $value;
                fetch_and: "ands" (value: $value, order: Ordering) -> $value;
                fetch_nand: "nands" (value: $value, order: Ordering) -> $value;
                fetch_or: "ors" (value: $value, order: Ordering) -> $value;
                fetch_xor: "xors" (value: $value, order: Ordering) -> $value;
                fetch_max: "takes the greater for" (value: $value, order: Ordering) -> $value;
                fetch_min: "takes the smaller for" (value: $value, order: Ordering) -> $value;
            }
        }
    )+};
}

ints! {
    AtomicI8 i8
    AtomicI16 i16
    AtomicI32 i32
    AtomicI64 i64
    AtomicIsize isize
    AtomicU8 u8
    AtomicU16 u16
    AtomicU32 u32
    AtomicU64 u64
    AtomicUsize usize
}

common!([T] AtomicPtr *mut T);

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
}

impl<T> Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Pointer::fmt(&self.real, f)
    }
}
