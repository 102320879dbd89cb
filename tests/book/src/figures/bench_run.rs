//! Runs `cargo bench -p bench`, and takes the numbers that it leaves.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use super::csv::Csv;
use super::origin;

/// Runs the benchmark with these arguments; its numbers are in `file`.
///
/// # Errors
/// If it does not end well; it has said why.
pub fn run(figure: &str, arguments: &[&str], file: &str) -> Result<Csv, String> {
    let output = kit::cargo()
        .args(["bench", "--quiet", "--package", "bench", "--"])
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("{figure} was not measured: see above"));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let line = |name| said.lines().find_map(|line| line.strip_prefix(name));
    let others = line("Others:").and_then(|others| others.split(';').next());
    let mut load = others.map_or("load unknown".to_string(), |others| {
        format!("other programs {}", others.trim())
    });
    if let Some(versions) = line("Versions:") {
        load = format!("{load}; {}", versions.trim());
    }
    let text = fs::read_to_string(folder()?.join(file));
    let text = text.map_err(|error| format!("no numbers: {error}"))?;
    let from = origin::with(figure, &origin::today(&[]), &load);
    Csv::parse(&format!("# {from}\n{text}"))
}

/// Where it leaves its numbers: in the target directory, where this program is, too.
///
/// # Errors
/// If this program is elsewhere.
pub fn folder() -> Result<PathBuf, String> {
    let this = env::current_exe().map_err(|error| error.to_string())?;
    let target = this.ancestors().nth(2);
    let target = target.ok_or("this program is in no target directory")?;
    Ok(target.join("bench"))
}
