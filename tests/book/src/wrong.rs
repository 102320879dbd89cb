//! Programs that compile and are wrong, and what they say.

use std::process::Command;

use crate::files;

const PROGRAMS: &str = "book/wrong/src/bin";

/// Runs each program, wrong or mended, and writes down its standard output.
///
/// # Errors
/// A sentence that names the program that could not be run, or the file that could not be written.
pub fn record() -> Result<(), String> {
    for path in files::below(PROGRAMS)? {
        let name = path
            .strip_prefix(PROGRAMS)
            .and_then(|rest| rest.strip_prefix('/')?.strip_suffix(".rs"))
            .ok_or_else(|| format!("{path}: not a program"))?;
        files::write(&format!("book/wrong/said/{name}.txt"), &said(name)?)?;
    }
    Ok(())
}

/// The exit code is not looked at: some programs are meant to end badly. `tests/book/wrong.rs` knows which.
fn said(name: &str) -> Result<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(["run", "-q", "-p", "wrong", "--bin", name])
        .current_dir(files::root())
        .output()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if output.stdout.is_empty() {
        let problem = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{name} said nothing: {problem}"));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{name}: {error}"))
}
