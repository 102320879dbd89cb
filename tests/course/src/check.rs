//! Checks the learner's file, and says what to do next.

use std::fs::File;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::cargo::{self, Check, Run};
use crate::course::{Course, Exercise, Progress};
use crate::next;
use crate::notes::Notes;
use crate::terminal::{Colour, paint, say};

/// # Errors
/// There is no such file, or cargo does not start, or the notes cannot be written.
pub fn check(course: &Course, exercise: &Exercise) -> Result<bool, String> {
    let (id, file) = (&exercise.id, exercise.file());
    let before = course
        .read(&file)
        .map_err(|error| format!("{error}. To begin anew: cargo course reset {id}"))?;
    say!("Checking {file}\nPlain: cargo test --test ex{id}\n");
    prepare(course, exercise, &before)?;
    let run = cargo::test(course, exercise)?;
    report(exercise, &run);
    // The checks have noted the text that they were compiled with.
    let notes = Notes::read(&course.root)?;
    let is_same = course.progress(exercise, &notes) == Progress::Solved;
    say(&match (run.is_solved, is_same) {
        (true, true) => after_success(course, exercise, &notes),
        (true, false) => format!("The file changed meanwhile. Again: cargo course check {id}"),
        (false, _) => next::after_failure(course, exercise, &run)?,
    });
    Ok(run.is_solved && is_same)
}

/// Cargo looks at times: an old file that was put back would not be compiled. So a text that is new
/// to us, and older than the last check, gets the time of now.
fn prepare(course: &Course, exercise: &Exercise, text: &[u8]) -> Result<(), String> {
    let mut notes = Notes::read(&course.root)?;
    let (now, print) = (SystemTime::now(), trial::fingerprint(text));
    let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let checked = notes.get(&exercise.id, "checked").split_once('@');
    if let Some((_, when)) = checked.filter(|(last, _)| *last != print) {
        let path = course.root.join(exercise.file());
        let changed = path.metadata().and_then(|about| about.modified());
        if changed.is_ok_and(|changed| Some(since(changed).as_millis()) < when.parse().ok()) {
            let file = File::options().append(true).open(path);
            file.and_then(|file| file.set_modified(now))
                .map_err(|error| format!("{}: {error}", exercise.file()))?;
        }
    }
    let checked = format!("{print}@{}", since(now).as_millis());
    notes.set(&exercise.id, "checked", checked)
}

fn report(exercise: &Exercise, run: &Run) {
    if run.checks.is_empty() {
        let what = match run.compiles {
            true => "The checks did not run. Cargo says:",
            false => "It does not compile. The compiler says:",
        };
        let what = paint(Colour::Red, what);
        return say!("{what}\n\n{}\n", run.messages);
    }
    run.checks.iter().fold("", show);
    if !run.messages.is_empty() {
        say("\nThe compiler has a warning, too. The plain command shows it.");
    }
    let passed = run.checks.iter().filter(|check| check.passed).count();
    let (id, of) = (&exercise.id, run.checks.len());
    say!("\nExercise {id}: {passed} of {of} checks passed.");
}

/// With its message, unless that was shown last; returns the last one.
fn show<'a>(shown: &'a str, check: &'a Check) -> &'a str {
    let word = match check.passed {
        true => paint(Colour::Green, "passed"),
        false => paint(Colour::Red, "failed"),
    };
    say!("  {word}  {}", check.name);
    let message = match check.message.as_str() {
        message if !message.is_empty() && message == shown => "The same as above.",
        message => message,
    };
    for line in message.lines() {
        say(format!("          {line}").trim_end());
    }
    if check.passed { shown } else { &check.message }
}

fn after_success(course: &Course, exercise: &Exercise, notes: &Notes) -> String {
    let solved = paint(Colour::Green, "Solved.");
    let next = course.after(Some(exercise), notes).map(|next| {
        let (file, id) = (next.file(), &next.id);
        format!("Next: edit {file}, and cargo course check {id}")
    });
    let next = next.unwrap_or("Every exercise is solved.".to_string());
    let id = &exercise.id;
    format!("{solved} What others do: cargo course answer {id}\n{next}")
}
