//! The standard library with a scheduler: unchanged code runs in *every* order of its threads, up to
//! a bound, on a clock that does not tick by itself.
//!
//! ```text
//! extern crate orders as std; // at the root of a test
//!
//! #[test]
//! fn nothing_is_lost() {
//!     orders::every_order("no addition is lost", || { /* threads, locks, channels */ });
//! }
//! ```
//!
//! What is replaced: `sync` (with `mpsc` and `atomic`), `thread`, `time`, and what belongs to them in
//! `panic`, `hint` and `process`. The rest is the real library. Outside of an exploration the
//! replacement behaves as the real library does.
//!
//! In an order one thread runs at a time. It gives its turn away only where it meets the others: at a
//! lock, a channel, an atomic, a notification. Which thread goes on there is a choice, and an order
//! is the list of these choices. Time passes only when all threads wait. Memory is sequentially
//! consistent: what weaker orderings allow besides is not seen. The counts of an `Arc` are those
//! between two such points.

mod engine;
pub mod hint;
pub mod panic;
pub mod process;
pub mod sync;
pub mod thread;
pub mod time;

// The names that are defined here hide the real ones.
pub use std::*;

pub use crate::engine::explorer::{Explorer, Report};
pub use crate::engine::failure::{Failure, Kind, Outcome};
pub use crate::engine::front::{every_order, explore};

/// The real library, for what must not be a part of an order.
pub mod real {
    pub use std::*;
}
