//! Where things are in the workspace, and reading them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder that the workspace's `Cargo.toml` is in.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the workspace is where it was when this was compiled")
}

/// The text of a file, given by its path from the root.
///
/// # Errors
/// A sentence that names the file.
pub fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Writes a file, given by its path from the root, unless it holds this text already.
///
/// # Errors
/// A sentence that names the file.
pub fn write(path: &str, text: &str) -> Result<(), String> {
    if read(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let full = root().join(path);
    let folder = full.parent().expect("a file is in a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&full, text))
        .map_err(|error| format!("{path}: {error}"))?;
    println!("recorded {path}");
    Ok(())
}

/// All files below a folder, as paths from the root with `/` between, in the order of their names.
///
/// # Errors
/// A sentence that names the folder.
pub fn below(folder: &str) -> Result<Vec<String>, String> {
    let (mut folders, mut found) = (vec![folder.to_string()], Vec::new());
    while let Some(folder) = folders.pop() {
        let problem = |error: io::Error| format!("{folder}: {error}");
        for entry in fs::read_dir(root().join(&folder)).map_err(problem)? {
            let entry = entry.map_err(problem)?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let is_folder = entry.path().is_dir();
            let into = if is_folder { &mut folders } else { &mut found };
            into.push(path);
        }
    }
    found.sort();
    Ok(found)
}
