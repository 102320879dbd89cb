//! `std::hint`, with a `spin_loop` that offers its turn to the others.

pub use std::hint::*;

#[track_caller]
pub fn spin_loop() {
    crate::thread::yield_turn("spins");
    std::hint::spin_loop();
}
