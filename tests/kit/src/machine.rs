//! What the standard library cannot do: send a signal, reset a connection, allow more open files, and
//! end a program with all that it has started.

use std::process::Child;

#[cfg(unix)]
#[path = "machine/unix.rs"]
mod system;
#[cfg(windows)]
#[path = "machine/windows.rs"]
mod system;

pub use system::{allow_open_files, prepare, reset, signal, spawn_group};

/// How a process is asked to stop.
#[derive(Debug, Clone, Copy)]
pub enum Signal {
    /// Ctrl-C. On Windows, where Ctrl-C cannot be sent to one process alone, Ctrl-Break.
    Interrupt,
    /// What `kill` and a service manager send. On Windows Ctrl-Break again.
    Terminate,
    /// What a terminal sends that is closed. Only on Unix.
    #[cfg(unix)]
    Hangup,
    /// Stops the process where it is, as Ctrl-Z does. Only on Linux.
    #[cfg(target_os = "linux")]
    Pause,
    /// Lets it go on. Only on Linux.
    #[cfg(target_os = "linux")]
    Resume,
}

/// Ends a process, whatever it does.
pub fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
