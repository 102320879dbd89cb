//! Compiles a learner's file with the checks.

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::limits::{Limits, limited};
use super::process;
use super::scratch::Scratch;
use super::trusted::Trusted;

/// How much of what cargo says is kept.
const MOST: u64 = 1 << 20;

/// How much of the compiler's message is shown.
const LINES: usize = 40;
const LONGEST_LINE: usize = 300;

/// What a small laptop has beside a browser. A right answer needs a third.
pub const MEBIBYTES: u64 = 2048;

/// A program, and what went into it that is neither the learner's file nor a check.
pub struct Program {
    pub path: PathBuf,
    pub reads: Vec<String>,
}

/// # Errors
/// Why there is no program, in the words of the compiler.
pub fn build(scratch: &Scratch, exercise: &Trusted, limit: Duration) -> Result<Program, String> {
    let tree = scratch.tree.as_path();
    let mut child = command(scratch, exercise, limit)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    let out = child.stdout.take().map(beginning);
    let errors = child.stderr.take().map(beginning);
    let has_ended = kit::wait(&mut child, limit).is_some();
    process::end(child.id(), tree);
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
        Some(path) if is_well => Ok(Program {
            reads: reads(&path, exercise),
            path,
        }),
        _ if errors.contains("memory allocation of ") => Err(format!(
            "The compiler needs more than {MEBIBYTES} MiB of memory for this file."
        )),
        _ => Err(shortened(&errors)),
    }
}

fn command(scratch: &Scratch, exercise: &Trusted, limit: Duration) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let limits = Limits {
        mebibytes_of_memory: MEBIBYTES,
        processor_seconds: limit.as_secs() * 16,
        mebibytes: 1024,
        threads: 1024,
    };
    let mut command = limited(Path::new(&cargo), &limits);
    command
        .args(["test", "--quiet", "--no-run", "--offline", "--color=never"])
        .arg("--message-format=json-render-diagnostics")
        .args(["--package", &format!("step-{}", exercise.step)])
        .args(["--test", &format!("ex{}", exercise.id), "--target-dir"])
        .arg(&scratch.target)
        .current_dir(&scratch.tree)
        // Also what it leaves behind when it is ended, and so that all that it starts is known by it.
        .env("TMPDIR", &scratch.tree)
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

/// From the list that the compiler writes beside the program: however a path was written in the file,
/// it stands there as what was read.
fn reads(program: &Path, exercise: &Trusted) -> Vec<String> {
    let list = fs::read_to_string(program.with_extension("d")).unwrap_or_default();
    let place = format!("steps/{}/exercises", exercise.step);
    let own = [
        format!("{place}/ex{}.rs", exercise.id),
        format!("{place}/checks/"),
    ];
    let reads = list.lines().filter_map(|line| {
        let path = line
            .strip_suffix(':')
            .map(|path| path.replace("\\ ", " ").replace('\\', "/"));
        let path = path.map(|path| path.replace("checks/../", ""));
        path.or(line
            .strip_prefix("# env-dep:")
            .map(|line| format!("env!({line})")))
    });
    reads
        .filter(|path| !own.iter().any(|own| path.starts_with(own)))
        .collect()
}

/// From the first error on.
fn shortened(errors: &str) -> String {
    let lines = || errors.lines();
    let first = lines().position(|line| line.starts_with("error"));
    let lines = lines().skip(first.unwrap_or(0));
    let short = |line: &str| line.chars().take(LONGEST_LINE).collect::<String>();
    let mut lines: Vec<String> = lines.map(short).collect();
    if let Some(more @ 1..) = lines.len().checked_sub(LINES) {
        lines.truncate(LINES);
        lines.push(format!("... and {more} more lines"));
    }
    if errors.contains("error[E0583]") {
        let why = "It needs another file, and what is handed in is one.";
        lines.insert(0, why.to_string());
    }
    lines.join("\n").replace("checks/../", "")
}
