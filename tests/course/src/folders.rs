//! Where the project lies, and what is in its folders.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Names the folder of the project, if it is not one of those above the current folder.
const ROOT: &str = "COURSE_ROOT";

/// # Errors
/// There is no project here.
pub fn root() -> Result<PathBuf, String> {
    if let Some(root) = env::var_os(ROOT) {
        return Ok(root.into());
    }
    let here = env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let mut above = here.ancestors();
    above
        .find(|folder| folder.join("Cargo.lock").is_file() && folder.join("steps").is_dir())
        .map(Path::to_path_buf)
        .ok_or_else(|| "Go to the folder that has `Cargo.lock` and `steps` in it.".to_string())
}

/// What is in a folder, sorted; nothing if there is no such folder.
///
/// # Errors
/// It cannot be read.
pub fn names(folder: &Path) -> Result<Vec<String>, String> {
    let problem = |error: io::Error| format!("{}: {error}", folder.display());
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(Vec::new()),
        entries => entries.map_err(problem)?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<io::Result<_>>().map_err(problem)?;
    names.sort();
    Ok(names)
}
