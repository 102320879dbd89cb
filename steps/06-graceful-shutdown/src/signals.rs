//! Ctrl-C and SIGTERM (on Windows: Ctrl-C, Ctrl-Break and a window that is closed) as bytes in a
//! pipe. The standard library has no signals, so this file calls C: all the `unsafe` of the server
//! is here.
//!
//! A signal interrupts a thread anywhere, perhaps inside `malloc`, so a handler must not allocate,
//! lock or print. It may write to a pipe, and an ordinary thread reads the other end.

use std::io::{self, ErrorKind, PipeReader, PipeWriter, Write};
use std::sync::OnceLock;

/// Where the handler writes. It captures nothing and gets no argument of ours: this must be static.
static WRITER: OnceLock<PipeWriter> = OnceLock::new();

/// Returns a pipe that receives a byte for every Ctrl-C and every SIGTERM, which from here on do
/// not end the process.
///
/// # Errors
/// The operating system's, if it refuses the pipe or the handler; `AlreadyExists` the second time.
pub fn receive() -> io::Result<PipeReader> {
    let (reader, writer) = io::pipe()?;
    WRITER.set(writer).map_err(|_| ErrorKind::AlreadyExists)?;
    system::install_handler()?;
    Ok(reader)
}

fn send_byte() {
    if let Some(mut writer) = WRITER.get() {
        let _ = writer.write(&[0]);
    }
}

#[cfg(unix)]
mod system {
    use std::ffi::c_int;
    use std::io;

    const SIGINT: c_int = 2;
    const SIGTERM: c_int = 15;
    const SIG_ERR: usize = usize::MAX;

    unsafe extern "C" {
        fn signal(number: c_int, handler: extern "C" fn(c_int)) -> usize;
    }

    extern "C" fn handle(_number: c_int) {
        super::send_byte();
    }

    pub fn install_handler() -> io::Result<()> {
        for number in [SIGINT, SIGTERM] {
            // SAFETY: this is how C declares `signal`, and all that our handler calls is `write`,
            // which POSIX allows in a handler (signal-safety(7)).
            if unsafe { signal(number, handle) } == SIG_ERR {
                return Err(io::Error::last_os_error());
            }
        }
        Ok(())
    }
}

#[cfg(windows)]
mod system {
    use std::io;

    unsafe extern "system" {
        fn SetConsoleCtrlHandler(handler: extern "system" fn(u32) -> i32, add: i32) -> i32;
    }

    extern "system" fn handle(_event: u32) -> i32 {
        super::send_byte();
        1 // handled: the process goes on
    }

    pub fn install_handler() -> io::Result<()> {
        // SAFETY: this is how the Windows console API declares it. Windows runs the handler on a
        // thread of its own, where everything is allowed.
        if unsafe { SetConsoleCtrlHandler(handle, 1) } == 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(())
    }
}
