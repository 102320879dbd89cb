//! Processes that may do what they want, for a while.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::process;

/// What a process may use. Where the system, or its shell, knows no such limit, there is none.
#[cfg_attr(not(unix), allow(dead_code, reason = "there are no such limits"))]
pub struct Limits {
    pub mebibytes_of_memory: u64,
    /// All threads together. It ends a loop even if nobody is left to end it.
    pub processor_seconds: u64,
    /// The size of a file.
    pub mebibytes: u64,
    /// More threads than this user has already. Root has no such limit.
    pub threads: u64,
}

/// The program in a process group of its own, with limits. Its parent is a shell, so whoever ends
/// that does not end us. The shell ends as the program did.
#[cfg(unix)]
pub fn limited(program: &Path, limits: &Limits) -> Command {
    let mut script = format!(
        "ulimit -c 0; ulimit -f {}; ulimit -v {}; ulimit -t {}; ",
        limits.mebibytes << 11,           // blocks of 512 bytes
        limits.mebibytes_of_memory << 10, // of 1024
        limits.processor_seconds
    );
    if let Some(have) = threads_of_user() {
        let most = have + limits.threads;
        script.push_str(&format!("ulimit -u {most} || ulimit -p {most}; "));
    }
    // Only the limits are silent, and the shell.
    let script = format!(
        "exec 3>&2 2>/dev/null; {script} echo >\"$1/$$\"; shift; \"$0\" \"$@\" 2>&3 3>&-; \
         status=$?; [ $status -gt 128 ] && kill -$((status - 128)) $$; exit $status"
    );
    let mut command = Command::new("sh");
    command
        .args(["-c", &script])
        .arg(program)
        .arg(process::groups());
    new_group(&mut command);
    command
}

#[cfg(not(unix))]
pub fn limited(program: &Path, _: &Limits) -> Command {
    Command::new(program)
}

/// Runs to its end what is limited, with what it says in two files, and ends all that it has started in
/// this folder. `None` if it does not end in time, or does not go on as it should.
pub fn run(
    mut command: Command,
    [out, errors]: &[PathBuf; 2],
    folder: &Path,
    limit: Duration,
    goes_on: impl Fn() -> bool,
) -> io::Result<Option<ExitStatus>> {
    let command = command.stdin(Stdio::null()).stdout(File::create(out)?);
    let mut child = command.stderr(File::create(errors)?).spawn()?;
    let deadline = Instant::now() + limit;
    let mut status = None;
    while status.is_none() && Instant::now() < deadline && goes_on() {
        status = kit::wait(&mut child, Duration::from_millis(100));
    }
    process::end(child.id(), folder);
    let _ = child.kill();
    let _ = child.wait();
    Ok(status)
}

/// So that Ctrl-C is not for it.
#[cfg(unix)]
pub fn new_group(command: &mut Command) -> &mut Command {
    std::os::unix::process::CommandExt::process_group(command, 0)
}

#[cfg(windows)]
pub fn new_group(command: &mut Command) -> &mut Command {
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
    std::os::windows::process::CommandExt::creation_flags(command, CREATE_NEW_PROCESS_GROUP)
}

/// A limit on processes counts all of the user's, with all their threads. Only Linux says how many.
#[cfg(unix)]
fn threads_of_user() -> Option<u64> {
    use std::fs;
    use std::os::unix::fs::MetadataExt;

    let user = fs::metadata("/proc/self").ok()?.uid();
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let theirs = processes.filter(|entry| entry.metadata().is_ok_and(|about| about.uid() == user));
    let threads = theirs.filter_map(|entry| fs::read_dir(entry.path().join("task")).ok());
    Some(threads.map(|list| list.count() as u64).sum())
}
