//! The programs that the sessions run, built as cargo builds them for a reader.

use std::env;
use std::path::{Path, PathBuf};

/// Builds the programs of these packages, and returns the folder that they are in.
///
/// # Errors
/// A sentence, and what cargo says.
pub fn build(packages: &[&str]) -> Result<PathBuf, String> {
    let folder = programs()?;
    let target = folder.parent().unwrap_or(&folder);
    let mut command = kit::cargo();
    command
        .args(["build", "--quiet", "--target-dir"])
        .arg(target);
    if folder.ends_with("release") {
        command.arg("--release");
    }
    for package in packages {
        command.args(["-p", package]);
    }
    let output = command.output();
    let output = output.map_err(|error| format!("cannot start {command:?}: {error}"))?;
    if output.status.success() {
        Ok(folder)
    } else {
        let errors = String::from_utf8_lossy(&output.stderr);
        Err(format!("{command:?} fails:\n{errors}"))
    }
}

/// The path of a package's program.
pub fn program(folder: &Path, package: &str) -> PathBuf {
    folder.join(format!("{package}{}", env::consts::EXE_SUFFIX))
}

/// Where cargo puts programs: where this one is, or, if this is a test, the folder above it.
fn programs() -> Result<PathBuf, String> {
    let own = env::current_exe().map_err(|error| format!("where is this program? {error}"))?;
    let folder = own.parent().unwrap_or(&own);
    let is_test = folder.ends_with("deps");
    let folder = if is_test {
        folder.parent()
    } else {
        Some(folder)
    };
    Ok(folder.unwrap_or(&own).to_path_buf())
}
