//! Compiles a learner's file with the checks.

use std::env;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::process::{self, Limits};
use super::scratch::Scratch;
use super::trusted::Trusted;

/// How much of what cargo says is kept.
const MOST: u64 = 1 << 20;

/// How much of the compiler's message is shown.
const LINES: usize = 40;
const LONGEST_LINE: usize = 300;

/// In the environment of everything that a build starts.
const MARK: &str = "GRADE_BUILD";

/// The program.
///
/// # Errors
/// Why there is none, in the words of the compiler.
pub fn build(scratch: &Scratch, exercise: &Trusted, limit: Duration) -> Result<PathBuf, String> {
    let tree = scratch.tree.as_path();
    let mut child = command(scratch, exercise, limit)
        .env(MARK, tree)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    let out = child.stdout.take().map(beginning);
    let errors = child.stderr.take().map(beginning);
    let has_ended = kit::wait(&mut child, limit).is_some();
    process::end(child.id(), &format!("{MARK}={}", tree.display()), tree);
    let _ = child.kill();
    let is_well = child.wait().is_ok_and(|status| status.success());
    let [out, errors] = [out, errors].map(|thread| {
        let bytes = thread.and_then(|thread| thread.join().ok());
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    });
    if !has_ended {
        let limit = limit.as_secs();
        return Err(format!("The compiler has not ended after {limit} seconds."));
    }
    match program(&out, &exercise.id) {
        Some(program) if is_well => Ok(program),
        _ => Err(shortened(&errors)),
    }
}

fn command(scratch: &Scratch, exercise: &Trusted, limit: Duration) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let limits = Limits {
        gibibytes: 16,
        processor_seconds: limit.as_secs() * 16,
        mebibytes: 1024,
        threads: 1024,
    };
    let mut command = process::limited(Path::new(&cargo), &limits);
    command
        .args(["test", "--quiet", "--no-run", "--offline", "--color=never"])
        .arg("--message-format=json-render-diagnostics")
        .args(["--package", &format!("step-{}", exercise.step)])
        .args(["--test", &format!("ex{}", exercise.id), "--target-dir"])
        .arg(&scratch.target)
        .current_dir(&scratch.tree)
        // What takes time, and helps nobody here.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
}

/// Reads to the end, and keeps the beginning.
fn beginning(mut stream: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.by_ref().take(MOST).read_to_end(&mut bytes);
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
        bytes
    })
}

/// From a line of JSON about the test that was built, and built just now.
fn program(out: &str, id: &str) -> Option<PathBuf> {
    let name = format!("\"name\":\"ex{id}\"");
    kit::executable(out, |line| {
        line.contains("\"compiler-artifact\"")
            && line.contains(&name)
            && line.contains("\"fresh\":false")
    })
}

/// From the first error on.
fn shortened(errors: &str) -> String {
    let lines: Vec<&str> = errors
        .lines()
        .skip_while(|line| !line.starts_with("error"))
        .collect();
    let lines = if lines.is_empty() {
        errors.lines().collect()
    } else {
        lines
    };
    let shown = lines.iter().take(LINES).map(|line| {
        let line: String = line.chars().take(LONGEST_LINE).collect();
        line.replace("checks/../", "")
    });
    let mut shown: Vec<String> = shown.collect();
    if errors.contains("error[E0583]") {
        shown.insert(
            0,
            "It needs another file, and what is handed in is one.".to_string(),
        );
    }
    if lines.len() > LINES {
        shown.push(format!("... and {} more lines", lines.len() - LINES));
    }
    shown.join("\n")
}
