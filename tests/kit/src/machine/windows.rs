use std::ffi::c_void;
use std::io;
use std::net::TcpStream;
use std::os::windows::io::{AsRawHandle, AsRawSocket, FromRawHandle, OwnedHandle};
use std::os::windows::process::CommandExt;
use std::process::{Child, Command};
use std::ptr::null;

use super::Signal;

const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
const CTRL_BREAK_EVENT: u32 = 1;
const EXTENDED_LIMIT_INFORMATION: i32 = 9;
const KILL_ON_JOB_CLOSE: u64 = 0x2000;
const SOL_SOCKET: i32 = 0xffff;
const SO_LINGER: i32 = 0x80;

#[repr(C)]
struct Linger {
    on: u16,
    seconds: u16,
}

unsafe extern "system" {
    fn GenerateConsoleCtrlEvent(event: u32, group: u32) -> i32;
    fn CreateJobObjectW(attributes: *const c_void, name: *const u16) -> *mut c_void;
    fn SetInformationJobObject(job: *mut c_void, class: i32, to: *const u64, size: u32) -> i32;
    fn AssignProcessToJobObject(job: *mut c_void, process: *mut c_void) -> i32;
}

#[link(name = "ws2_32")]
unsafe extern "system" {
    fn setsockopt(socket: usize, level: i32, name: i32, value: *const u8, length: i32) -> i32;
}

/// Without a group of its own, the console event would end the tests too. Of open files, the standard
/// library passes on the standard streams and nothing else.
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
    let (socket, value) = (stream.as_raw_socket() as usize, (&raw const linger).cast());
    let length = size_of::<Linger>() as i32;
    // SAFETY: the socket is open, and `value` points to a `struct linger` of this length.
    let result = unsafe { setsockopt(socket, SOL_SOCKET, SO_LINGER, value, length) };
    assert_eq!(result, 0, "cannot prepare a reset");
}

/// Windows has no such limit.
pub fn allow_open_files(_count: u64) {}

/// In a job of its own, which the system ends when its handle is closed. That stands in the place of
/// the child's `stdin`, and is closed when the child is waited for, or the tests are killed.
pub fn spawn_group(command: &mut Command) -> io::Result<Child> {
    let mut child = command.spawn()?;
    child.stdin = Some(job(&child).into());
    Ok(child)
}

fn job(child: &Child) -> OwnedHandle {
    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION, where the flags stand behind two numbers of 64 bits.
    const LENGTH: usize = if cfg!(target_pointer_width = "64") {
        18
    } else {
        14
    };
    let mut limits = [0; LENGTH];
    limits[2] = KILL_ON_JOB_CLOSE;
    let (class, size) = (EXTENDED_LIMIT_INFORMATION, size_of_val(&limits) as u32);
    // SAFETY: the job is new and ours, the limits are as large as they must be, and the child's
    // handle is open.
    unsafe {
        let job = CreateJobObjectW(null(), null());
        let is_set = SetInformationJobObject(job, class, limits.as_ptr(), size);
        let is_in = AssignProcessToJobObject(job, child.as_raw_handle());
        assert!(
            is_set != 0 && is_in != 0,
            "the server has no job of its own"
        );
        OwnedHandle::from_raw_handle(job)
    }
}
