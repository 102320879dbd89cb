//! `AtomicBool`.

use std::panic::Location;
use std::sync::atomic::Ordering;

super::common::common!([] AtomicBool bool);

impl AtomicBool {
    super::accesses::accesses! {
        fetch_and: "ands" (value: bool) -> bool;
        fetch_nand: "nands" (value: bool) -> bool;
        fetch_or: "ors" (value: bool) -> bool;
        fetch_xor: "xors" (value: bool) -> bool;
        fetch_not: "negates" () -> bool;
    }

    pub const fn as_ptr(&self) -> *mut bool {
        self.real.as_ptr()
    }
}
