//! Starting the process that runs one check, and waiting for its verdict.

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{env, fs, process};

use crate::Outcome;
use crate::child::{PASSED, SELECTED, VERDICT};

/// How many of the last lines that a check printed are shown.
const LINES: usize = 20;

/// The longest line that is kept, in bytes.
const LONGEST: u64 = 500;

/// Runs the test with this name again, in a process of its own.
///
/// # Errors
/// Why the check has not passed.
pub fn run(test: &str, selected: &str, limit: Duration) -> Outcome {
    let file = verdict_file();
    let word = format!("{:x}", RandomState::new().hash_one(&file));
    let child = start(test, selected, &file, &word);
    let outcome = match child {
        Ok(child) => judge(child, &file, &word, limit),
        Err(error) => Err(format!("The check could not be started: {error}")),
    };
    let _ = fs::remove_file(file);
    outcome
}

fn verdict_file() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("trial-{}-{count}", process::id()))
}

fn start(test: &str, selected: &str, file: &PathBuf, word: &str) -> io::Result<Child> {
    let mut child = Command::new(env::current_exe()?)
        .args([
            "--exact",
            test,
            "--nocapture",
            "--test-threads=1",
            "--quiet",
        ])
        .env(VERDICT, file)
        .env(SELECTED, selected)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        writeln!(stdin, "{word}")?;
    }
    Ok(child)
}

fn judge(mut child: Child, file: &PathBuf, word: &str, limit: Duration) -> Outcome {
    let said = [
        child.stdout.take().map(last_lines),
        child.stderr.take().map(last_lines),
    ];
    let status = wait(&mut child, limit);
    let verdict = fs::read_to_string(file).unwrap_or_default();
    match (verdict.split_once('\n'), status) {
        (Some((proof, PASSED)), _) if proof == word => return Ok(()),
        (Some((proof, why)), _) if proof == word => return Err(why.to_string()),
        _ => {}
    }
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
    // If a grandchild holds the pipe, nobody waits for what it says.
    let ended = said.into_iter().flatten().filter(JoinHandle::is_finished);
    let lines: Vec<String> = ended
        .flat_map(|thread| thread.join().unwrap_or_default())
        .collect();
    if !lines.is_empty() {
        why.push_str("\n  The last that it printed:");
        lines
            .iter()
            .for_each(|line| why.push_str(&format!("\n  | {line}")));
    }
    Err(why)
}

fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + limit;
    while Instant::now() < deadline {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        thread::sleep(Duration::from_millis(2));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

/// Reads to the end, so that no amount of output blocks the child or fills our memory.
fn last_lines(stream: impl Read + Send + 'static) -> JoinHandle<Vec<String>> {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut lines = VecDeque::new();
        let mut line = Vec::new();
        while let Ok(1..) = reader.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            let text = String::from_utf8_lossy(&line).trim_end().to_string();
            if !text.is_empty() && text != "running 1 test" {
                lines.push_back(text);
            }
            if lines.len() > LINES {
                lines.pop_front();
            }
            line.clear();
        }
        lines.into()
    })
}
