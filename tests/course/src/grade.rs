//! Grades many submissions: `cargo course grade FOLDER...`.
//!
//! Only the learners' own files are taken from a submission, and laid over a scratch copy of this
//! workspace. What they print is no verdict. It is their code that runs, though: see the page for
//! teachers about what that means.

mod build;
mod choice;
mod escape;
mod files;
mod find;
mod grades;
mod jobs;
mod journal;
mod judge;
mod likeness;
mod limits;
mod names;
mod options;
mod points;
mod process;
mod report;
mod results;
mod scratch;
mod sweep;
mod table;
mod trusted;
mod units;
mod unpack;
mod walk;

use std::path::Path;
use std::sync::{Mutex, OnceLock};
use std::time::Instant;

use crate::course::{Course, Exercise};
use crate::terminal::say;
use find::Submission;
use jobs::Jobs;
use journal::Journal;
use options::Options;
use points::Rule;
use results::Results;
use trusted::Trusted;

/// Whether everybody has handed in everything, and all of it is right.
///
/// # Errors
/// What went wrong, in one line.
pub fn run(arguments: &[String]) -> Result<bool, String> {
    match arguments {
        [word, folder] if word == sweep::WORD => sweep::sweep(Path::new(folder)),
        _ => match Options::parse(arguments)? {
            Some(options) => return grade(&options),
            None => say(options::HELP),
        },
    }
    Ok(true)
}

fn grade(options: &Options) -> Result<bool, String> {
    let course = Course::find()?;
    let rule = Rule::read(options.path("--points"))?;
    let folder = sweep::Folder::new(&course).map_err(|error| format!("target/grade: {error}"))?;
    let found = find::submissions(&course, options, &folder.path.join("unpacked"))?;
    if options.has("--list") {
        say(&table::list(&found));
        return Ok(true);
    }
    let exercises = exercises(&course, options, &found.submissions)?;
    let units = units::units(&found.submissions, &exercises, options);
    let (start, out) = (Instant::now(), options.path("--out"));
    let jobs = Jobs {
        course: &course,
        options,
        journal: Mutex::new(out.map_or(Ok(Journal::default()), Journal::open)?),
        folder: &folder.path,
        problem: OnceLock::new(),
    };
    let journal = jobs.judge_all(&units)?;
    let results = Results::new(&found, &exercises, &units, &journal);
    // Before a word is said: whoever cuts the table off, as `head` does, ends this program.
    out.map_or(Ok(()), |out| files::write(out, &results, &rule))?;
    say(&table::table(&results));
    if let Some(out) = out {
        say!("More in {}: {}", out.display(), files::NAMES);
    }
    eprintln!("{:.0} seconds", start.elapsed().as_secs_f64());
    Ok(results.is_all_well())
}

/// Those that were asked for, or else those of which there is a file.
fn exercises(
    course: &Course,
    options: &Options,
    submissions: &[Submission],
) -> Result<Vec<Trusted>, String> {
    let only = options.all("--only").join(",");
    let only = only.split(',').filter(|name| !name.is_empty());
    let only = only.map(|name| course.exercise(name));
    let only: Vec<&Exercise> = only.collect::<Result<_, _>>()?;
    let has = |whose: &Submission, one: &Exercise| whose.files.contains_key(&one.id);
    let is_wanted = |one: &&Exercise| match only.as_slice() {
        [] => submissions.iter().any(|whose| has(whose, one)),
        only => only.iter().any(|only| only.id == one.id),
    };
    let wanted = course.exercises.iter().filter(is_wanted);
    let exercises = wanted.map(|exercise| Trusted::read(course, exercise));
    let exercises: Vec<Trusted> = exercises.collect::<Result<_, _>>()?;
    if exercises.is_empty() {
        return Err(format!(
            "There is nothing to grade, of {}. `--list` says what was found. Is it the folder \
             above that you mean?",
            course.ids()
        ));
    }
    Ok(exercises)
}
