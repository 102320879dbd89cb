//! The program that `SERVER` names may be a script that starts the server and waits for it. So it is ended
//! with all that it has started, even if the tests are killed.

use std::io;
use std::process::{Child, Command};
use std::sync::{Mutex, MutexGuard, PoisonError};

use system::Guard;
pub use system::spawn;

/// What ends it, by the id of the process that was started.
static GUARDS: Mutex<Vec<(u32, Guard)>> = Mutex::new(Vec::new());

fn guards() -> MutexGuard<'static, Vec<(u32, Guard)>> {
    GUARDS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether it was started here. On Windows nobody asks.
#[cfg(unix)]
pub fn has(id: u32) -> bool {
    guards().iter().any(|(of, _)| *of == id)
}

/// Ends it, if it was started here.
pub fn end(id: u32) {
    guards().retain(|(of, _)| *of != id);
}

#[cfg(unix)]
mod system {
    use std::os::unix::process::CommandExt;
    use std::process::Stdio;

    use super::*;

    /// A process that reads from us, and kills a group as soon as there is nothing to read.
    pub struct Guard(Child);

    impl Drop for Guard {
        fn drop(&mut self) {
            drop(self.0.stdin.take());
            let _ = self.0.wait();
        }
    }

    /// In a group of its own, which gets no Ctrl-C of the terminal: the guard sees that we are gone.
    pub fn spawn(command: &mut Command) -> io::Result<Child> {
        let child = command.process_group(0).spawn()?;
        let mut guard = Command::new("sh");
        guard
            .args(["-c", "read -r _; kill -s KILL -- \"-$0\""])
            .arg(child.id().to_string());
        guard
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let guard = Guard(guard.process_group(0).spawn()?);
        guards().push((child.id(), guard));
        Ok(child)
    }
}

#[cfg(windows)]
mod system {
    use std::ffi::c_void;
    use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
    use std::ptr::null;

    use super::*;

    const EXTENDED_LIMIT_INFORMATION: i32 = 9;
    const KILL_ON_JOB_CLOSE: u32 = 0x2000;

    /// A job. The system ends one that is closed, as all are that we leave.
    pub type Guard = OwnedHandle;

    #[repr(C)]
    #[derive(Default)]
    struct Limits {
        times: [i64; 2],
        flags: u32,
        working_set: [usize; 2],
        processes: u32,
        affinity: usize,
        classes: [u32; 2],
        counters: [u64; 6],
        memory: [usize; 4],
    }

    unsafe extern "system" {
        fn CreateJobObjectW(attributes: *const c_void, name: *const u16) -> *mut c_void;
        fn SetInformationJobObject(
            job: *mut c_void,
            class: i32,
            to: *const Limits,
            size: u32,
        ) -> i32;
        fn AssignProcessToJobObject(job: *mut c_void, process: *mut c_void) -> i32;
    }

    pub fn spawn(command: &mut Command) -> io::Result<Child> {
        let child = command.spawn()?;
        let limits = Limits {
            flags: KILL_ON_JOB_CLOSE,
            ..Limits::default()
        };
        let (class, size) = (EXTENDED_LIMIT_INFORMATION, size_of::<Limits>() as u32);
        // SAFETY: the job is new and ours, `Limits` is what this class takes, and the child is not waited for.
        let job = unsafe {
            let job = CreateJobObjectW(null(), null());
            let is_set = SetInformationJobObject(job, class, &limits, size);
            let is_in = AssignProcessToJobObject(job, child.as_raw_handle());
            assert!(
                is_set != 0 && is_in != 0,
                "the server has no job of its own"
            );
            OwnedHandle::from_raw_handle(job)
        };
        guards().push((child.id(), job));
        Ok(child)
    }
}
