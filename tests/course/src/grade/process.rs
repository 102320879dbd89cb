//! Ends processes, and all that they have started.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::course::names;

/// How often we look for what a process has left behind.
#[cfg(unix)]
const ROUNDS: usize = 20;

/// Where the ids of all process groups are that may be alive, as the names of files.
const GROUPS: &str = "groups";

static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// From now on, what [`super::limits::limited`] starts is noted below this folder.
///
/// # Errors
/// The folder cannot be made.
pub fn note_below(folder: &Path) -> io::Result<()> {
    let groups = folder.join(GROUPS);
    fs::create_dir_all(&groups)?;
    let _ = FOLDER.set(groups);
    Ok(())
}

#[cfg(unix)]
pub fn groups() -> &'static Path {
    FOLDER.get().map_or(Path::new("/"), PathBuf::as_path)
}

/// Ends the process that [`super::limits::limited`] has made, and all that it has started: its group, and on Linux
/// also whoever has left the group, but is still in this folder, or has it in its environment.
pub fn end(id: u32, folder: &Path) {
    kill_group(id);
    end_left_behind(folder);
    if let Some(groups) = FOLDER.get() {
        let _ = fs::remove_file(groups.join(id.to_string()));
    }
}

/// Ends all that was noted below a folder, or is in it.
pub fn end_all(folder: &Path) {
    let groups = names(&folder.join(GROUPS)).unwrap_or_default();
    let ids = groups.iter().filter_map(|name| name.parse().ok());
    ids.filter(|id| *id > 1).for_each(kill_group);
    end_left_behind(folder);
}

/// Only Linux says where a process is, and what it has in its environment.
#[cfg(unix)]
fn end_left_behind(folder: &Path) {
    for _ in 0..ROUNDS {
        let left = left_behind(folder);
        if left.is_empty() {
            break;
        }
        kill(&left);
    }
}

#[cfg(not(unix))]
fn end_left_behind(_: &Path) {}

#[cfg(unix)]
fn kill_group(id: u32) {
    kill(&[format!("-{id}")]);
}

/// The shell has a `kill` even where there is no such program.
#[cfg(unix)]
fn kill(processes: &[String]) {
    let mut command = Command::new("sh");
    command.args(["-c", "kill -s KILL -- \"$@\"", "sh"]);
    silently(command.args(processes));
}

#[cfg(not(unix))]
fn kill_group(id: u32) {
    silently(Command::new("taskkill").args(["/T", "/F", "/PID", &id.to_string()]));
}

fn silently(command: &mut Command) {
    let command = command.stdin(Stdio::null()).stdout(Stdio::null());
    let _ = command.stderr(Stdio::null()).status();
}

#[cfg(unix)]
fn left_behind(folder: &Path) -> Vec<String> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    // Nothing in common is no mark.
    assert!(folder.is_absolute() && folder.components().count() > 3);
    let is_in = |value: &[u8]| Path::new(OsStr::from_bytes(value)).starts_with(folder);
    let is_one = |id: &String| {
        let path = Path::new("/proc").join(id);
        let variables = fs::read(path.join("environ")).unwrap_or_default();
        let mut values = variables.split(|byte| [0, b'='].contains(byte));
        values.any(is_in) || fs::read_link(path.join("cwd")).is_ok_and(|at| at.starts_with(folder))
    };
    let is_other = |id: &String| {
        id.parse()
            .is_ok_and(|id: u32| id > 1 && id != std::process::id())
    };
    let mut processes = names(Path::new("/proc")).unwrap_or_default();
    processes.retain(|id| is_other(id) && is_one(id));
    processes
}
