//! Grades many submissions: `cargo course grade FOLDER...`.
//!
//! Only the learners' own files are taken from a submission, and laid over a scratch copy of this
//! workspace. What they print is no verdict. It is their code that runs, though: see the page for
//! teachers about what that means.

mod build;
mod escape;
mod files;
mod find;
mod jobs;
mod judge;
mod junit;
mod options;
mod process;
mod report;
mod results;
mod scratch;
mod table;
mod trusted;
mod units;

use std::fs;
use std::time::Instant;

use crate::course::Course;
use crate::terminal::say;
use find::Submission;
use options::Options;
use results::Results;
use trusted::Trusted;

/// # Errors
/// What went wrong, in one line.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let Some(options) = Options::parse(arguments)? else {
        say(options::HELP);
        return Ok(());
    };
    let course = Course::find()?;
    let submissions = find::submissions(&options)?;
    let exercises = exercises(&course, &options, &submissions)?;
    if let Some(out) = &options.out {
        fs::create_dir_all(out).map_err(|error| format!("--out {}: {error}", out.display()))?;
    }
    let start = Instant::now();
    let units = units::units(&submissions, &exercises);
    eprintln!(
        "{} submissions, {} exercises, {} different files, {} jobs",
        submissions.len(),
        exercises.len(),
        units.len(),
        options.jobs
    );
    let verdicts = jobs::judge_all(&course, &exercises, &submissions, &units, &options)?;
    let results = Results::new(&submissions, &exercises, &units, &verdicts);
    say(&table::table(&results));
    if let Some(out) = &options.out {
        files::write(out, &results)?;
        say(&format!("More in {}: {}", out.display(), files::NAMES));
    }
    eprintln!("{:.0} seconds", start.elapsed().as_secs_f64());
    Ok(())
}

/// Those that were asked for, or else those of which there is a file.
fn exercises(
    course: &Course,
    options: &Options,
    submissions: &[Submission],
) -> Result<Vec<Trusted>, String> {
    let mut chosen = Vec::new();
    for name in &options.only {
        chosen.push(course.exercise(name)?.id.clone());
    }
    let is_wanted = |id: &String| match chosen.as_slice() {
        [] => submissions.iter().any(|one| one.files.contains_key(id)),
        chosen => chosen.contains(id),
    };
    let wanted = course.exercises.iter().filter(|one| is_wanted(&one.id));
    let exercises: Vec<Trusted> = wanted
        .map(|exercise| Trusted::read(course, exercise))
        .collect::<Result<_, _>>()?;
    if exercises.is_empty() {
        return Err(format!(
            "There is nothing to grade: no folder has a file exNN.rs of {}. Is it the folder \
             above that you mean?",
            course.ids()
        ));
    }
    Ok(exercises)
}
