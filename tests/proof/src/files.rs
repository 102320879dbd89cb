//! Reading and writing, with sentences for what goes wrong.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the project.
pub fn root() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    above.unwrap_or(Path::new("")).to_path_buf()
}

/// # Errors
/// A sentence that names the file.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| about(path, &error))
}

/// Writes a file and its folder, unless it has this text already.
///
/// # Errors
/// A sentence that names the file.
pub fn write(path: &Path, text: &str) -> Result<(), String> {
    if read(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|error| about(path, &error))
}

/// The names in a folder, sorted.
///
/// # Errors
/// A sentence that names the folder.
pub fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| about(folder, &error))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names = names.collect::<io::Result<Vec<String>>>();
    let mut names = names.map_err(|error| about(folder, &error))?;
    names.sort();
    Ok(names)
}

/// What is in all files of a folder, and of the folders in it.
///
/// # Errors
/// A sentence that names the file.
pub fn contents(folder: &Path) -> Result<Vec<Vec<u8>>, String> {
    let mut contents = Vec::new();
    for name in names(folder)? {
        let path = folder.join(&name);
        contents.push(name.into_bytes());
        if path.is_dir() {
            contents.extend(self::contents(&path)?);
        } else {
            contents.push(fs::read(&path).map_err(|error| about(&path, &error))?);
        }
    }
    Ok(contents)
}

pub fn about(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// All exercises, by their checks: `ex05b`.
///
/// # Errors
/// A folder cannot be read.
pub fn exercises() -> Result<Vec<String>, String> {
    let mut exercises = Vec::new();
    for step in names(&root().join("steps"))? {
        let files = names(&root().join(format!("steps/{step}/exercises/checks")))?;
        let ids = files
            .iter()
            .filter_map(|file| file.strip_suffix("_checks.rs"));
        exercises.extend(ids.map(str::to_string));
    }
    Ok(exercises)
}

/// The folder `exercises` that an exercise is in.
///
/// # Errors
/// There is no such exercise.
pub fn folder(exercise: &str) -> Result<PathBuf, String> {
    let steps = names(&root().join("steps"))?;
    let mut folders = steps
        .iter()
        .map(|step| root().join("steps").join(step).join("exercises"));
    let is_in = |folder: &PathBuf| folder.join(format!("checks/{exercise}.rs")).is_file();
    folders
        .find(is_in)
        .ok_or_else(|| format!("There is no exercise {exercise}."))
}
