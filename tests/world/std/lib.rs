//! The standard library of a simulated world. Threads, locks, channels and the clock are those of
//! `orders`; sockets, pipes, standard output, signals, arguments and the end of the process are here.
//!
//! Step 06 is compiled on it, unchanged. Its first call, `panic::set_hook`, begins the world: a seed
//! decides who comes when, what they do, whose turn it is, and what the system is short of.
//!
//! What the server does not use is not here: it does not compile.

mod clients;
mod conn;
mod crowds;
mod judge;
mod kinds;
mod listener;
mod plan;
mod reply;
mod scripts;
mod signals;
mod start;
mod stops;
mod story;
mod system;
mod weather;
mod wire;

/// The arguments and variables that the seed has chosen.
pub mod env {
    use crate::system::with;
    use std::ffi::{OsStr, OsString};

    pub fn args_os() -> std::vec::IntoIter<OsString> {
        let address = with(|system| system.plan.address);
        vec!["server".into(), address.into()].into_iter()
    }

    pub fn var_os(name: impl AsRef<OsStr>) -> Option<OsString> {
        let time = with(|system| system.plan.times.named(name.as_ref()))?;
        Some(time.as_millis().to_string().into())
    }
}
pub mod fs {}
pub mod io;
pub mod net;
pub mod os {}
pub mod panic {
    pub use orders::panic::{AssertUnwindSafe, PanicHookInfo, UnwindSafe, catch_unwind};

    /// Begins the world. What a panic says goes into its story, too.
    pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
        crate::start::begin();
        std::panic::set_hook(Box::new(move |panic| {
            orders::walk::panics(panic);
            hook(panic);
        }));
    }
}
pub mod process;

// The names that are defined here hide these.
pub use orders::*;
