//! Programs of the workspace, built by Cargo.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::files;

/// Builds one step and returns the path of its program, which only Cargo knows for certain.
///
/// # Errors
/// If it cannot be built.
pub fn step(package: &str, arguments: &[&str]) -> Result<PathBuf, String> {
    let output = cargo()
        .args(["build", "--quiet", "--package", package])
        .arg("--message-format=json-render-diagnostics")
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start cargo: {error}"))?;
    let messages = String::from_utf8_lossy(&output.stdout);
    executable(&messages).ok_or(format!("cargo names no program of {package}"))
}

/// Cargo, in the folder of the workspace.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.current_dir(files::root());
    cargo
}

/// Finds `"executable":"..."` in the messages of Cargo, which are JSON.
fn executable(messages: &str) -> Option<PathBuf> {
    let (_, rest) = messages.split_once("\"executable\":\"")?;
    let (path, _) = rest.split_once('"')?;
    Some(path.into())
}
