//! What the standard library cannot do: send a signal, reset a connection, allow more open files.

use std::process::Child;

pub use system::{allow_open_files, prepare, reset, signal};

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

#[cfg(unix)]
mod system {
    use std::ffi::{c_int, c_void};
    use std::net::TcpStream;
    use std::os::fd::AsRawFd;
    use std::os::unix::process::CommandExt;
    use std::process::{Child, Command};
    use std::sync::{Mutex, PoisonError};

    use super::Signal;

    const SIGHUP: c_int = 1;
    const SIGINT: c_int = 2;
    const SIGTERM: c_int = 15;

    unsafe extern "C" {
        fn kill(process: c_int, signal: c_int) -> c_int;
        #[link_name = "signal"]
        fn signal_handler(number: c_int, handler: usize) -> usize;
        fn setsockopt(
            socket: c_int,
            level: c_int,
            name: c_int,
            value: *const c_void,
            length: u32,
        ) -> c_int;
        fn getrlimit(resource: c_int, limit: *mut Limit) -> c_int;
        fn setrlimit(resource: c_int, limit: *const Limit) -> c_int;
    }

    #[repr(C)]
    struct Limit {
        now: u64,
        most: u64,
    }

    #[repr(C)]
    struct Linger {
        on: c_int,
        seconds: c_int,
    }

    #[cfg(target_os = "linux")]
    const SOL_SOCKET_LINGER_NOFILE: (c_int, c_int, c_int) = (1, 13, 7);
    #[cfg(not(target_os = "linux"))]
    const SOL_SOCKET_LINGER_NOFILE: (c_int, c_int, c_int) = (0xffff, 0x80, 8);

    pub fn signal(child: &Child, signal: Signal) {
        let number = match signal {
            Signal::Interrupt => SIGINT,
            Signal::Terminate => SIGTERM,
            Signal::Hangup => SIGHUP,
            #[cfg(target_os = "linux")]
            Signal::Pause => 19,
            #[cfg(target_os = "linux")]
            Signal::Resume => 18,
        };
        // A terminal tells a whole group.
        let process = match child.stdin {
            Some(_) => -(child.id() as c_int),
            None => child.id() as c_int,
        };
        // SAFETY: `kill` takes two numbers. The process is our child and not yet waited for, so its
        // id is still its own.
        let result = unsafe { kill(process, number) };
        assert_eq!(
            result, 0,
            "cannot send {signal:?}: the process has ended already"
        );
    }

    /// A shell that runs the tests in the background has them ignore Ctrl-C, and `nohup` the end of
    /// the terminal. What they start would inherit that.
    pub fn prepare(command: &mut Command) {
        const SIG_DFL: usize = 0;
        // SAFETY: this is how C declares `signal`, which may be called between `fork` and `exec`
        // (signal-safety(7)); it sets no handler, but takes the ordinary one.
        unsafe {
            command.pre_exec(|| {
                signal_handler(SIGINT, SIG_DFL);
                signal_handler(SIGHUP, SIG_DFL);
                Ok(())
            })
        };
    }

    /// Closes with a reset: lingering for zero seconds means that (socket(7)).
    pub fn reset(stream: TcpStream) {
        let (level, name, _) = SOL_SOCKET_LINGER_NOFILE;
        let linger = Linger { on: 1, seconds: 0 };
        let value = (&raw const linger).cast();
        // SAFETY: the socket is open, and `value` points to a `struct linger` of this length.
        let result = unsafe {
            setsockopt(
                stream.as_raw_fd(),
                level,
                name,
                value,
                size_of::<Linger>() as u32,
            )
        };
        assert_eq!(result, 0, "cannot prepare a reset");
    }

    /// Allows this process so many open files, and those that it starts, unless they get a limit of
    /// their own.
    ///
    /// # Panics
    /// If the system does not let it.
    pub fn allow_open_files(count: u64) {
        // Two tests that read and then write at the same time would undo each other's limit.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, _, resource) = SOL_SOCKET_LINGER_NOFILE;
        let mut limit = Limit { now: 0, most: 0 };
        // SAFETY: both take a resource and a pointer to a `struct rlimit`, which `Limit` is.
        unsafe {
            assert_eq!(
                getrlimit(resource, &mut limit),
                0,
                "cannot read the limit of open files"
            );
            assert!(
                limit.most >= count,
                "this test needs {count} open files, and the system allows only {} (`ulimit -Hn`): \
                 start the tests where more are allowed",
                limit.most
            );
            if limit.now < count {
                limit.now = count;
                assert_eq!(
                    setrlimit(resource, &limit),
                    0,
                    "cannot allow {count} open files"
                );
            }
        }
    }
}

#[cfg(windows)]
mod system {
    use std::net::TcpStream;
    use std::os::windows::io::AsRawSocket;
    use std::os::windows::process::CommandExt;
    use std::process::{Child, Command};

    use super::Signal;

    const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
    const CTRL_BREAK_EVENT: u32 = 1;
    const SOL_SOCKET: i32 = 0xffff;
    const SO_LINGER: i32 = 0x80;

    #[repr(C)]
    struct Linger {
        on: u16,
        seconds: u16,
    }

    unsafe extern "system" {
        fn GenerateConsoleCtrlEvent(event: u32, group: u32) -> i32;
    }

    #[link(name = "ws2_32")]
    unsafe extern "system" {
        fn setsockopt(socket: usize, level: i32, name: i32, value: *const u8, length: i32) -> i32;
    }

    /// Without a group of its own, the console event would end the tests too.
    pub fn prepare(command: &mut Command) {
        command.creation_flags(CREATE_NEW_PROCESS_GROUP);
    }

    pub fn signal(child: &Child, signal: Signal) {
        // SAFETY: it takes two numbers.
        let result = unsafe { GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, child.id()) };
        assert_ne!(result, 0, "cannot send {signal:?}");
    }

    pub fn reset(stream: TcpStream) {
        let linger = Linger { on: 1, seconds: 0 };
        let value = (&raw const linger).cast();
        let socket = stream.as_raw_socket() as usize;
        // SAFETY: the socket is open, and `value` points to a `struct linger` of this length.
        let result = unsafe {
            setsockopt(
                socket,
                SOL_SOCKET,
                SO_LINGER,
                value,
                size_of::<Linger>() as i32,
            )
        };
        assert_eq!(result, 0, "cannot prepare a reset");
    }

    /// Windows has no such limit.
    pub fn allow_open_files(_count: u64) {}
}
