//! Processes that may do what they want, for a while.

use std::path::Path;
use std::process::{Command, Stdio};

/// How often we look for what a process has left behind.
#[cfg(target_os = "linux")]
const ROUNDS: usize = 20;

/// What a process may use. Where the system, or its shell, knows no such limit, there is none.
#[cfg_attr(not(unix), allow(dead_code, reason = "there are no such limits"))]
pub struct Limits {
    pub gibibytes: u64,
    /// All threads together. It ends a loop even if nobody is left to end it.
    pub processor_seconds: u64,
    /// The size of a file.
    pub mebibytes: u64,
    /// More threads than this user has already. Root has no such limit.
    pub threads: u64,
}

/// The program in a process group of its own, with limits.
#[cfg(unix)]
pub fn limited(program: &Path, limits: &Limits) -> Command {
    use std::os::unix::process::CommandExt;

    let mut script = format!(
        "ulimit -c 0; ulimit -f {}; ulimit -v {}; ulimit -t {}; ",
        limits.mebibytes << 11, // blocks of 512 bytes
        limits.gibibytes << 20, // of 1024
        limits.processor_seconds
    );
    if let Some(have) = threads_of_user() {
        let most = have + limits.threads;
        script.push_str(&format!("ulimit -u {most} || ulimit -p {most}; "));
    }
    // Only the limits are silent.
    let script = format!("{{ {script} }} 2>/dev/null; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).arg(program).process_group(0);
    command
}

#[cfg(not(unix))]
pub fn limited(program: &Path, _: &Limits) -> Command {
    Command::new(program)
}

/// A limit on processes counts all of the user's, with all their threads.
#[cfg(target_os = "linux")]
fn threads_of_user() -> Option<u64> {
    use std::fs;
    use std::os::unix::fs::MetadataExt;

    let user = fs::metadata("/proc/self").ok()?.uid();
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let theirs = processes.filter(|entry| entry.metadata().is_ok_and(|about| about.uid() == user));
    let threads = theirs.filter_map(|entry| fs::read_dir(entry.path().join("task")).ok());
    Some(threads.map(|list| list.count() as u64).sum())
}

#[cfg(all(unix, not(target_os = "linux")))]
fn threads_of_user() -> Option<u64> {
    None
}

/// Ends the process that [`limited`] has made, and all that it has started: its group, and on Linux
/// also whoever has left the group, but still has this text in its environment, or is still in this
/// folder.
pub fn end(id: u32, environment: &str, folder: &Path) {
    kill_group(id);
    #[cfg(target_os = "linux")]
    for _ in 0..ROUNDS {
        let left = left_behind(environment, folder);
        if left.is_empty() {
            break;
        }
        kill(&left);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (environment, folder);
}

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

#[cfg(target_os = "linux")]
fn left_behind(environment: &str, folder: &Path) -> Vec<String> {
    use std::{fs, process};

    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    // Nothing in common is no mark.
    assert!(environment.contains('=') && folder.is_absolute());
    let is_one = |path: &Path| {
        let variables = fs::read(path.join("environ")).unwrap_or_default();
        let mut variables = variables.split(|byte| *byte == 0);
        variables.any(|variable| variable == environment.as_bytes())
            || fs::read_link(path.join("cwd")).is_ok_and(|at| at.starts_with(folder))
    };
    let ids = processes.filter(|entry| {
        let id = entry.file_name().to_string_lossy().parse();
        id.is_ok_and(|id: u32| id > 1 && id != process::id()) && is_one(&entry.path())
    });
    ids.map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}
