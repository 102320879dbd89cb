//! Starting the process that runs one check, and waiting for its verdict.

use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, PipeReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use crate::Outcome;
use crate::child::{LIMIT_MS, VERDICT, beats_of};
use crate::ended::without_verdict;
use crate::patience::wait_while_it_beats;
use crate::said;

/// How many bytes of a verdict are read.
const VERDICT_BYTES: u64 = 1 << 16;

/// Runs the test with this name again, in a process of its own. What it says is shown by
/// `-- --nocapture`.
///
/// # Errors
/// Why the check has not passed.
pub fn run(test: &str, limit: Duration) -> Outcome {
    let program = env::current_exe().map_err(not_started)?;
    let name = said::is_wanted().then(|| test.to_string());
    let command = Command::new(program);
    let notes = run_and_show(command, test, limit, &env::temp_dir(), &|_| (), name)?;
    notes.lines().for_each(|note| println!("{note}"));
    Ok(())
}

/// Runs the test with this name in the program that `command` starts. When the program has ended, or
/// its time is up, `end` is called: it may end whatever the program has started. The verdict is for a
/// while in a file in this folder.
///
/// # Errors
/// Why the check has not passed.
pub fn run_in(
    command: Command,
    test: &str,
    limit: Duration,
    folder: &Path,
    end: &dyn Fn(&mut Child),
) -> Outcome {
    run_and_show(command, test, limit, folder, end, None).map(drop)
}

/// The notes of a check that passes. With its name, all that it prints is shown as it comes.
fn run_and_show(
    command: Command,
    test: &str,
    limit: Duration,
    folder: &Path,
    end: &dyn Fn(&mut Child),
    name: Option<String>,
) -> Result<String, String> {
    let file = &verdict_file(folder);
    let state = RandomState::new();
    let words = ["pass", "fail"].map(|word| format!("{:x}", state.hash_one((word, file))));
    let (mut child, output) = start(command, test, limit, file, &words).map_err(not_started)?;
    let said = said::last_lines(output, name);
    let status = wait_while_it_beats(&mut child, limit, &beats_of(file));
    end(&mut child);
    let _ = child.kill();
    let _ = child.wait();
    let printed = said::shown(said);
    let verdict = verdict(file, &words);
    let _ = fs::remove_file(beats_of(file));
    let _ = fs::remove_file(file);
    let verdict = verdict.unwrap_or_else(|| Err(without_verdict(status, limit, &printed)));
    verdict.map_err(|why| why + &printed)
}

fn not_started(error: io::Error) -> String {
    format!("The check could not be started: {error}")
}

fn verdict_file(folder: &Path) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    folder.join(format!("trial-{}-{count}", process::id()))
}

/// One pipe for both outputs, so that its lines stay in their order.
fn start(
    mut command: Command,
    test: &str,
    limit: Duration,
    file: &Path,
    words: &[String; 2],
) -> io::Result<(Child, PipeReader)> {
    let (reader, writer) = io::pipe()?;
    let mut child = command
        .args(["--exact", test])
        .args(["--nocapture", "--test-threads=1", "--quiet"])
        .env(VERDICT, file)
        .env(LIMIT_MS, limit.as_millis().to_string())
        // A long one hides the line that says what has happened.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // Whoever has ended already reads nothing.
        let _ = writeln!(stdin, "{}", words.join(" "));
    }
    Ok((child, reader))
}

fn verdict(file: &Path, [pass, fail]: &[String; 2]) -> Option<Result<String, String>> {
    // Something else in its place might be endless.
    if !file.symlink_metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let file = File::open(file).ok()?;
    file.take(VERDICT_BYTES).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (word, why) = text.split_once('\n')?;
    if word == pass {
        return Some(Ok(why.to_string()));
    }
    (word == fail).then(|| Err(why.to_string()))
}
