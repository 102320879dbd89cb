//! Checks again after each change.

use std::thread;
use std::time::Duration;

use crate::check::check;
use crate::course::{Course, Exercise};
use crate::terminal::say;

/// Between two looks at the file.
const PAUSE: Duration = Duration::from_millis(300);

/// # Errors
/// The first check cannot begin. Later ones only say so: an editor may be just writing the file.
pub fn watch(course: &Course, exercise: &Exercise) -> Result<bool, String> {
    let file = exercise.file();
    let before = course.read(&file)?;
    check(course, exercise)?;
    let look = || course.read(&file);
    on_change(&file, before, look, || check(course, exercise).map(drop))
}

/// Does something after each change of what it looks at. Ctrl-C ends it, as it ends every program
/// that does nothing about it.
pub fn on_change<T: PartialEq>(
    what: &str,
    mut known: T,
    look: impl Fn() -> Result<T, String>,
    act: impl Fn() -> Result<(), String>,
) -> ! {
    let waiting = format!("\nWaiting for a change of {what}. Ctrl-C ends this.");
    say(&waiting);
    let mut seen = None;
    loop {
        thread::sleep(PAUSE);
        let Ok(now) = look() else {
            continue;
        };
        // Seen twice, it is written to its end.
        if now != known && seen.as_ref() == Some(&now) {
            known = now;
            say("\n----------------------------------------\n");
            if let Err(problem) = act() {
                say(&problem);
            }
            say(&waiting);
        } else {
            seen = Some(now);
        }
    }
}
