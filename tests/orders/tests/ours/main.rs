//! The library in tests of its own kind: programs whose orders are known.

extern crate orders as std;

mod busy;
#[path = "../calls/mod.rs"]
mod calls;
mod clock;
mod counted;
mod ends;
mod help;
mod interface;
mod left_over;
mod reduced;
mod shown;
mod stuck;
