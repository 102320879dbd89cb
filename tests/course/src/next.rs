//! What to do next, by what has happened.

use crate::cargo::Run;
use crate::course::{Course, Exercise};
use crate::notes::Notes;

const ERRORS: &str = "book/src/compiler-errors.md";

/// The compiler's first error: its code, such as `E0308`, which not each has, and its path and line. The
/// path is as one types it, from the folder of the project.
type First = [String; 3];

/// # Errors
/// The notes cannot be read.
pub fn after_failure(course: &Course, exercise: &Exercise, run: &Run) -> Result<String, String> {
    let (id, file) = (&exercise.id, exercise.file());
    let first = first_error(&run.messages);
    if let Some(todo) = todo(course, exercise, run, first.as_ref()) {
        let notes = Notes::read(&course.root)?;
        let stuck = stuck(notes.get(id, "hints"), id);
        return Ok(format!(
            "Next: {todo} Then: cargo course check {id}\n{stuck}"
        ));
    }
    let place = first.map(|[_, path, _]| format!(" The first error is in {path}."));
    let place = place.unwrap_or_default();
    Ok(format!(
        "This is not about {file}.{place} `git status` shows what else has changed, and cargo course \
         doctor looks at your set-up."
    ))
}

/// What to do in the learner's file; `None` if this is about another one.
fn todo(course: &Course, exercise: &Exercise, run: &Run, first: Option<&First>) -> Option<String> {
    let file = exercise.file();
    if let Some(check) = run.checks.iter().find(|check| !check.passed) {
        let (name, is_begun) = (&check.name, !check.message.starts_with(trial::TO_DO));
        return Some(match is_begun {
            true => format!("look at the first check that failed, in {file}: {name}."),
            false => format!("write what is still to do, in {file}."),
        });
    }
    let [code, path, line] = first?;
    let checks = format!("checks/ex{}", exercise.id);
    if *path == file {
        let help = explanation(course, code);
        return Some(format!(
            "mend the first error, in line {line} of {file}.{help}"
        ));
    }
    (path.contains(&checks) && !code.is_empty()).then(|| {
        format!(
            "the checks use something that {file} does not have, or has otherwise: see line {line} of {path}."
        )
    })
}

/// `error[E0308]: ...`, and its place in a line below: `  --> steps/...:2:5`.
fn first_error(messages: &str) -> Option<First> {
    let messages = without_colour(messages);
    let mut lines = messages.lines();
    let first = lines.find(|line| line.starts_with("error"))?;
    let code = first.strip_prefix("error[");
    let code = code.and_then(|rest| rest.split(']').next());
    let mut lines = lines.take_while(|line| !line.is_empty());
    let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':').skip(1);
    let (line, path) = (parts.next()?, parts.next()?);
    let path = path.replace('\\', "/");
    Some([code.unwrap_or_default().into(), path, line.into()])
}

/// Where one reads what an error means; nothing of one that has no code.
fn explanation(course: &Course, code: &str) -> String {
    let page = course.read(ERRORS).unwrap_or_default();
    let page = match String::from_utf8_lossy(&page).contains(code) {
        true => format!(", and {ERRORS}"),
        false => String::new(),
    };
    match code {
        "" => String::new(),
        _ => format!(" What it means: rustc --explain {code}{page}."),
    }
}

fn stuck(seen: &str, id: &str) -> String {
    match seen.len() {
        0 => format!("Stuck? There are three hints: cargo course hint {id}"),
        3 => format!("Stuck? You have seen all hints. The answer: cargo course answer {id} --yes"),
        seen => format!("Stuck? {seen} of 3 hints seen; the next: cargo course hint {id}"),
    }
}

fn without_colour(text: &str) -> String {
    let mut pieces = text.split("\x1b[");
    let first = pieces.next().unwrap_or_default().to_string();
    let rest = pieces.filter_map(|piece| piece.split_once('m'));
    rest.fold(first, |text, (_, piece)| text + piece)
}
