//! Checks again after each change.

use std::thread;
use std::time::Duration;

use crate::check::check;
use crate::course::{Course, Exercise};
use crate::terminal::say;

/// Between two looks at the file.
const PAUSE: Duration = Duration::from_millis(300);

/// Ctrl-C ends it, as it ends every program that does nothing about it.
///
/// # Errors
/// The first check cannot begin. Later ones only say so: an editor may be just writing the file.
pub fn watch(course: &Course, exercise: &Exercise) -> Result<bool, String> {
    let file = exercise.file();
    let waiting = format!("\nWaiting for a change of {file}. Ctrl-C ends this.");
    let mut checked = course.read(&file)?;
    check(course, exercise)?;
    say(&waiting);
    let mut seen = None;
    loop {
        thread::sleep(PAUSE);
        let Ok(now) = course.read(&file) else {
            continue;
        };
        // Seen twice, it is written to its end.
        if now != checked && seen.as_ref() == Some(&now) {
            checked = now;
            say("\n----------------------------------------\n");
            if let Err(problem) = check(course, exercise) {
                say(&problem);
            }
            say(&waiting);
        } else {
            seen = Some(now);
        }
    }
}
