//! The program that `SERVER` names may be a script that starts the server and waits for it. So it is ended
//! with all that it has started, as soon as it is waited for, or the tests are killed. For then `stdin` of
//! its `Child` is closed, which is not the program's at all.

use std::io;
use std::process::{Child, Command};

/// In a group of its own, which gets no Ctrl-C of the terminal. A guard reads from us in the child's stead,
/// and kills the group when there is nothing to read.
#[cfg(unix)]
pub fn spawn(command: &mut Command) -> io::Result<Child> {
    use std::os::unix::process::CommandExt;
    use std::process::Stdio;

    let mut child = command.process_group(0).spawn()?;
    let mut guard = Command::new("sh");
    guard
        .args(["-c", "read -r _; kill -s KILL -- \"-$0\""])
        .arg(child.id().to_string());
    guard
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    child.stdin = guard.process_group(0).spawn()?.stdin;
    Ok(child)
}

/// In a job of its own, which the system ends when its handle is closed.
#[cfg(windows)]
pub fn spawn(command: &mut Command) -> io::Result<Child> {
    let mut child = command.spawn()?;
    child.stdin = Some(windows::job(&child).into());
    Ok(child)
}

#[cfg(windows)]
mod windows {
    use std::ffi::c_void;
    use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
    use std::process::Child;
    use std::ptr::null;

    const EXTENDED_LIMIT_INFORMATION: i32 = 9;
    const KILL_ON_JOB_CLOSE: u64 = 0x2000;

    unsafe extern "system" {
        fn CreateJobObjectW(attributes: *const c_void, name: *const u16) -> *mut c_void;
        fn SetInformationJobObject(job: *mut c_void, class: i32, to: *const u64, size: u32) -> i32;
        fn AssignProcessToJobObject(job: *mut c_void, process: *mut c_void) -> i32;
    }

    pub fn job(child: &Child) -> OwnedHandle {
        // JOBOBJECT_EXTENDED_LIMIT_INFORMATION, where the flags stand behind two numbers of 64 bits.
        let mut limits = [0; if cfg!(target_pointer_width = "64") {
            18
        } else {
            14
        }];
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
}
