//! The atomics that count.

use std::panic::Location;
use std::sync::atomic::Ordering;

macro_rules! ints {
    ($($name:ident $value:ident)+) => {$(
        super::common::common!([] $name $value);

        impl $name {
            super::accesses::accesses! {
                fetch_add: "adds to" (value: $value) -> $value;
                fetch_sub: "subtracts from" (value: $value) -> $value;
                fetch_and: "ands" (value: $value) -> $value;
                fetch_nand: "nands" (value: $value) -> $value;
                fetch_or: "ors" (value: $value) -> $value;
                fetch_xor: "xors" (value: $value) -> $value;
                fetch_max: "takes the greater for" (value: $value) -> $value;
                fetch_min: "takes the smaller for" (value: $value) -> $value;
            }

            pub const fn as_ptr(&self) -> *mut $value {
                self.real.as_ptr()
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
