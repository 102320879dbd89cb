//! Begins an exercise anew.

use std::fs;

use crate::course::{Course, Exercise};
use crate::reading::said_yes;
use crate::terminal::say;

/// Writes the starter over the learner's file. It writes, and never copies: a copy may have an old
/// time, and cargo would not compile it.
///
/// # Errors
/// The file differs, and nobody said `--yes`; or it cannot be written.
pub fn reset(course: &Course, exercise: &Exercise, yes: Option<&str>) -> Result<bool, String> {
    let (id, file, starter) = (&exercise.id, exercise.file(), exercise.starter());
    let is_meant = said_yes(yes)?;
    let text = course.read(&starter)?;
    let path = course.root.join(&file);
    match fs::read(&path) {
        Ok(old) if old == text => {
            say(&format!("{file} is the starter already."));
            return Ok(true);
        }
        Ok(_) if !is_meant => {
            return Err(format!(
                "{file} has changed, and what you wrote would be lost. To begin anew: cargo \
                 course reset {id} --yes"
            ));
        }
        _ => {}
    }
    fs::write(&path, text).map_err(|error| format!("{file}: {error}"))?;
    say(&format!(
        "{file} is the starter again.\nPlain: paste the text of {starter} into {file}, and save."
    ));
    Ok(true)
}
