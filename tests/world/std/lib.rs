//! The standard library of a simulated world. Threads, locks, channels and the clock are those of
//! `orders`; sockets, pipes, standard output, signals, arguments and the end of the process are here.
//!
//! Step 06 is compiled on it, unchanged. Its first call, `panic::set_hook`, begins the world: a seed
//! decides who comes when, what they do, whose turn it is, and what the system is short of.
//!
//! What the server does not use is not here: it does not compile.

mod backlog;
mod clients;
mod conn;
mod crowds;
mod descriptors;
mod judge;
mod kinds;
mod plan;
mod reply;
mod report;
mod requests;
mod scripts;
mod signals;
mod slow;
mod start;
mod stops;
mod story;
mod system;
mod weather;
mod wire;

pub mod env;
pub mod fs {}
pub mod io;
pub mod net;
pub mod os {}
pub mod panic;
pub mod process;

// The names that are defined here hide these.
pub use orders::*;
