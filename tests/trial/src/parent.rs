//! Starting the process that runs one check, and waiting for its verdict.

use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{env, fs, process};

use crate::Outcome;
use crate::child::{LIMIT_MS, VERDICT, beats_of};
use crate::said::{self, last_lines};

/// How many bytes of a verdict are read.
const VERDICT_BYTES: u64 = 1 << 16;

/// Runs the test with this name again, in a process of its own.
///
/// # Errors
/// Why the check has not passed.
pub fn run(test: &str, limit: Duration) -> Outcome {
    let program = env::current_exe().map_err(not_started)?;
    run_in(Command::new(program), test, limit, &|child, _| {
        let _ = child.kill();
    })
}

/// Runs the test with this name in the program that `command` starts. When the program has ended, or
/// its time is up, `end` is called: it may end whatever the program has started. The path that it
/// gets is in the environment of these processes.
///
/// # Errors
/// Why the check has not passed.
pub fn run_in(
    command: Command,
    test: &str,
    limit: Duration,
    end: &dyn Fn(&mut Child, &Path),
) -> Outcome {
    let file = verdict_file();
    let state = RandomState::new();
    let words = ["pass", "fail"].map(|word| format!("{:x}", state.hash_one((word, &file))));
    let outcome = match start(command, test, limit, &file, &words) {
        Ok(mut child) => {
            let said = [
                child.stdout.take().map(last_lines),
                child.stderr.take().map(last_lines),
            ];
            let status = wait_while_it_beats(&mut child, limit, &beats_of(&file));
            end(&mut child, &file);
            let _ = child.kill();
            let _ = child.wait();
            let said = said.into_iter().flatten().collect();
            verdict(&file, &words).unwrap_or_else(|| Err(without_verdict(status, limit, said)))
        }
        Err(error) => Err(not_started(error)),
    };
    let _ = fs::remove_file(beats_of(&file));
    let _ = fs::remove_file(file);
    outcome
}

fn not_started(error: io::Error) -> String {
    format!("The check could not be started: {error}")
}

fn verdict_file() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("trial-{}-{count}", process::id()))
}

fn start(
    mut command: Command,
    test: &str,
    limit: Duration,
    file: &Path,
    words: &[String; 2],
) -> io::Result<Child> {
    let mut child = command
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .arg("--quiet")
        .env(VERDICT, file)
        .env(LIMIT_MS, limit.as_millis().to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // Whoever has ended already reads nothing.
        let _ = writeln!(stdin, "{}", words.join(" "));
    }
    Ok(child)
}

fn verdict(file: &Path, [pass, fail]: &[String; 2]) -> Option<Outcome> {
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
        // Shown by `-- --nocapture`.
        why.lines().for_each(|note| println!("{note}"));
        return Some(Ok(()));
    }
    (word == fail).then(|| Err(why.to_string()))
}

fn without_verdict(
    status: Option<ExitStatus>,
    limit: Duration,
    said: Vec<JoinHandle<Vec<String>>>,
) -> String {
    let mut why = match status {
        None => format!(
            "It has not ended after {} seconds. Does something wait for what never comes, or loop \
             for ever?",
            limit.as_secs()
        ),
        Some(status) => format!(
            "The process ended before the check was over ({status}). Does something end the whole \
             process, or call itself without end?"
        ),
    };
    why.push_str(&said::shown(said));
    why
}

/// As [`wait`], and has more patience, up to a bound, while the process says that it goes on: a check
/// with many orders of threads takes its time on a busy machine.
fn wait_while_it_beats(child: &mut Child, limit: Duration, beats: &Path) -> Option<ExitStatus> {
    const MOST: u32 = 6;
    let mut last = None;
    for _ in 0..MOST {
        if let Some(status) = wait(child, limit) {
            return Some(status);
        }
        let beat = fs::read_to_string(beats).ok();
        if beat == last {
            return None;
        }
        last = beat;
    }
    None
}

/// Waits for the end of a process; `None` if it does not come in time.
pub fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + limit;
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if Instant::now() >= deadline {
            return None;
        }
        // The standard library can wait for a process for ever or not at all.
        thread::sleep(Duration::from_millis(2));
    }
}
