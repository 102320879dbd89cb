//! Programs of the workspace, built by cargo.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Cargo, at the top of the workspace: the one that runs this program, if one does.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    cargo
}

/// Builds one package and returns the path of its program, which only cargo knows for certain.
///
/// # Errors
/// If it cannot be built.
pub fn build_program(package: &str, arguments: &[&str]) -> Result<PathBuf, String> {
    let output = cargo()
        .args(["build", "--quiet", "--package", package])
        .arg("--message-format=json-render-diagnostics")
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("{package} does not build"));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    executable(&messages, |_| true).ok_or(format!("cargo names no program of {package}"))
}

/// The first program in the messages of cargo, each of which is a line of JSON; `is_it` says of
/// which messages.
pub fn executable(messages: &str, is_it: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let mut lines = messages.lines().filter(|line| is_it(line));
    let (_, rest) = lines.find_map(|line| line.split_once("\"executable\":\""))?;
    let (path, _) = rest.split_once('"')?;
    Some(path.replace("\\\\", "\\").into()) // JSON doubles the backslashes of Windows
}
