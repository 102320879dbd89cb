//! Compiles a learner's file with the checks.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::limits::{Limits, limited, run};
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
    let said = ["said", "errors"].map(|name| scratch.verdicts.join(name));
    let command = command(scratch, exercise, limit);
    let status = run(command, &said, &scratch.tree, limit, || true);
    let status = status.map_err(|error| format!("cargo cannot be started: {error}"))?;
    let Some(status) = status else {
        let limit = limit.as_secs();
        return Err(format!("The compiler has not ended after {limit} seconds."));
    };
    let [out, errors] = said.map(|path| beginning(&path).unwrap_or_default());
    // From a line of JSON about the test that was built, and built just now.
    let name = format!("\"name\":\"ex{}\"", exercise.id);
    let words = ["\"compiler-artifact\"", &name, "\"fresh\":false"];
    let is_it = |line: &str| words.iter().all(|word| line.contains(word));
    match kit::executable(&out, is_it) {
        Some(path) if status.success() => Ok(Program {
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

fn beginning(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// From the list that the compiler writes beside the program: however a path was written in the file,
/// it stands there as what was read.
fn reads(program: &Path, exercise: &Trusted) -> Vec<String> {
    let list = fs::read_to_string(program.with_extension("d")).unwrap_or_default();
    let (step, id) = (&exercise.step, &exercise.id);
    let own = [format!("ex{id}.rs"), "checks/".to_string()];
    let own = own.map(|name| format!("steps/{step}/exercises/{name}"));
    let lines = list.lines();
    let reads = lines.filter_map(|line| match line.strip_suffix(':') {
        Some(path) => {
            let path = path.replace("\\ ", " ").replace('\\', "/");
            Some(path.replace("checks/../", ""))
        }
        None => Some(format!("env!({})", line.strip_prefix("# env-dep:")?)),
    });
    let is_own = |path: &String| own.iter().any(|own| path.starts_with(own));
    reads.filter(|path| !is_own(path)).collect()
}

/// From the first error on.
fn shortened(errors: &str) -> String {
    let mut lines: Vec<&str> = errors.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("error"));
    lines.drain(..first.unwrap_or(0));
    let short = |line: &str| line.chars().take(LONGEST_LINE).collect::<String>();
    let mut lines: Vec<String> = lines.into_iter().map(short).collect();
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
