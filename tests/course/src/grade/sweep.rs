//! A second process that tidies up, however the grader ends: by itself, by Ctrl-C, or by force.

use std::env;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::limits::new_group;
use super::process::{end_all, note_below};
use crate::course::Course;

pub const WORD: &str = "--sweep";

/// Windows removes no file while somebody has it open.
const TRIES: usize = 100;
const PAUSE: Duration = Duration::from_millis(50);

/// A folder for all that is not to stay. Nobody but the grader has the other end of the sweeper's
/// pipe, so that is closed when the grader is gone.
pub struct Folder {
    pub path: PathBuf,
    sweeper: Child,
}

impl Folder {
    /// # Errors
    /// The folder cannot be made, or the process not be started.
    pub fn new(course: &Course) -> io::Result<Folder> {
        let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.unwrap_or_else(|| course.root.join("target"));
        let path = target.join("grade").join(process::id().to_string());
        note_below(&path)?;
        let path = match cfg!(unix) {
            true => path.canonicalize()?,
            false => std::path::absolute(path)?,
        };
        let mut command = Command::new(env::current_exe()?);
        command
            .args(["grade", WORD])
            .arg(&path)
            .stdin(Stdio::piped());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let sweeper = new_group(&mut command).spawn()?;
        Ok(Folder { path, sweeper })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(self.sweeper.stdin.take());
        let _ = self.sweeper.wait();
    }
}

/// What the second process does.
pub fn sweep(folder: &Path) {
    let _ = io::stdin().read_to_end(&mut Vec::new());
    let is_ours = folder
        .parent()
        .is_some_and(|above| above.ends_with("grade"));
    for _ in 0..if is_ours { TRIES } else { 0 } {
        end_all(folder);
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => thread::sleep(PAUSE),
            _ => return,
        }
    }
}
