//! What is made from the pages and the steps, and kept in files.

use crate::{checkpoints, diffs, errors, exercises, files, minutes};

/// Paths, and what is to stand there.
pub type Made = Vec<(String, String)>;

/// What `record` writes anew, by its name.
fn made(name: &str) -> Option<Result<Made, String>> {
    match name {
        "checkpoints" => Some(checkpoints::made()),
        "diffs" => Some(diffs::made()),
        "errors" => Some(errors::made()),
        "exercises" => Some(exercises::made()),
        "minutes" => Some(minutes::made()),
        _ => None,
    }
}

/// Writes anew what has this name; `None` if nothing has.
pub fn record(name: &str) -> Option<Result<(), String>> {
    Some(made(name)?.and_then(write))
}

/// Writes what is not there already.
pub fn write(made: Made) -> Result<(), String> {
    let mut files = made.iter();
    files.try_for_each(|(path, text)| files::write(path, text))
}

/// What of this name is not as it would be written.
pub fn check(name: &str) -> Result<Vec<String>, String> {
    let made = made(name).ok_or(format!("nothing is called {name}"))??;
    Ok(wrong(&made, &format!("record {name}")))
}

/// The files that are not as they would be written by this command of the program `book`.
pub fn wrong(made: &Made, command: &str) -> Vec<String> {
    let wrong = |(path, text): &(String, String)| {
        let why = match files::read(path) {
            Ok(recorded) => format!("{path}: {}", difference(&recorded, text)?),
            Err(problem) => problem,
        };
        Some(format!(
            "{why}; put it right with `cargo run -p book -- {command}`"
        ))
    };
    made.iter().filter_map(wrong).collect()
}

/// The files in a folder that are not among these.
pub fn strays(folder: &str, known: &[String], why: &str) -> Result<Vec<String>, String> {
    let mut files = files::below(folder)?;
    files.retain(|path| !known.contains(path));
    Ok(files
        .iter()
        .map(|path| format!("{path} {why}: delete it"))
        .collect())
}

/// The first line in which two texts differ.
pub fn difference(recorded: &str, now: &str) -> Option<String> {
    if recorded == now {
        return None;
    }
    let (mut old, mut new) = (recorded.split('\n'), now.split('\n'));
    let pairs = std::iter::from_fn(|| Some((old.next(), new.next())));
    let (old, new) = pairs.into_iter().find(|(old, new)| old != new)?;
    let line =
        |line: Option<&str>| line.map_or("nothing more".to_string(), |line| format!("{line:?}"));
    Some(format!(
        "recorded is {}, and now it is {}",
        line(old),
        line(new)
    ))
}
