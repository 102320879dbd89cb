use std::ffi::{c_int, c_void};
use std::net::TcpStream;
use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, Once, PoisonError};
use std::{fs, io};

use super::Signal;

const SIGHUP: c_int = 1;
const SIGINT: c_int = 2;
const SIGTERM: c_int = 15;

unsafe extern "C" {
    fn kill(process: c_int, signal: c_int) -> c_int;
    #[link_name = "signal"]
    fn signal_handler(number: c_int, handler: usize) -> usize;
    fn fcntl(file: c_int, command: c_int, ...) -> c_int;
    fn setsockopt(s: c_int, level: c_int, name: c_int, value: *const c_void, size: u32) -> c_int;
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
    assert_eq!(result, 0, "cannot send {signal:?}: the process has ended");
}

/// A shell that runs the tests in the background has them ignore Ctrl-C, and `nohup` the end of
/// the terminal. What they start would inherit that.
pub fn prepare(command: &mut Command) {
    const SIG_DFL: usize = 0;
    keep_back();
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

/// Open files that these tests were started with beside the standard streams, such as the pipe of
/// make's job server. A program under test must not inherit them: they would take places that a test
/// has counted.
fn keep_back() {
    const F_SETFD: c_int = 2;
    const FD_CLOEXEC: c_int = 1;
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        let files = fs::read_dir("/dev/fd").expect("a Unix shows a process its open files");
        let numbers = files.filter_map(|file| file.ok()?.file_name().to_str()?.parse().ok());
        for file in numbers.filter(|file| *file > 2) {
            // SAFETY: closing a file when another program starts is what the standard library does
            // with every file of ours. For a file that is closed by now, nothing happens.
            unsafe { fcntl(file, F_SETFD, FD_CLOEXEC) };
        }
    });
}

/// The program that `SERVER` names may be a script that starts the server and waits for it. So it has
/// a group of its own, which gets no Ctrl-C of the terminal, and is ended with all that it has started,
/// as soon as it is waited for, or the tests are killed: a guard reads from us in the child's stead,
/// and kills the group when there is nothing to read.
pub fn spawn_group(command: &mut Command) -> io::Result<Child> {
    let mut child = command.process_group(0).spawn()?;
    let mut guard = Command::new("sh");
    guard.args(["-c", "read -r _; kill -s KILL -- \"-$0\""]);
    guard.arg(child.id().to_string()).process_group(0);
    guard
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    child.stdin = guard.spawn()?.stdin;
    Ok(child)
}

/// Closes with a reset: lingering for zero seconds means that (socket(7)).
pub fn reset(stream: TcpStream) {
    let (level, name, _) = SOL_SOCKET_LINGER_NOFILE;
    let linger = Linger { on: 1, seconds: 0 };
    let (socket, value) = (stream.as_raw_fd(), (&raw const linger).cast());
    // SAFETY: the socket is open, and `value` points to a `struct linger` of this length.
    let result = unsafe { setsockopt(socket, level, name, value, size_of::<Linger>() as u32) };
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
    // SAFETY: it takes a resource and a pointer to a `struct rlimit`, which `Limit` is.
    unsafe { getrlimit(resource, &mut limit) };
    assert!(
        limit.most >= count,
        "this test needs {count} open files, and the system allows only {} (`ulimit -Hn`): \
         start the tests where more are allowed",
        limit.most
    );
    limit.now = limit.now.max(count);
    // SAFETY: the same.
    let result = unsafe { setrlimit(resource, &limit) };
    assert_eq!(result, 0, "cannot allow {count} open files");
}
