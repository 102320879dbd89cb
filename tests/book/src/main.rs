//! Records what the book shows, and follows its chapters.

use std::env;
use std::process::ExitCode;

use book::pages::STEPS;
use book::{figures, follow, limits, made, mark, refused, sessions};

const USAGE: &str = "\
usage: cargo run -p book -- COMMAND

follow [03]               do what a chapter says, and say where that does not work
mark [03]                 mark anew which lines of its pieces are new, and how long its pages take
measure                   how long the chapters are, and what they ask of their reader

record diffs              the differences from step to step, and from harm to mend
record checkpoints        how many checkpoints each page has
record errors             the index of the compiler's errors
record exercises          the table of all exercises
record minutes            the table of all chapters
record refused [03]       what the compiler says to the attempts that a reader types
record sessions [03]      the terminal sessions
record figures [stop]     the runs and measurements that figures are drawn from, on Linux";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<(), String> {
    match words {
        ["follow", rest @ ..] => steps(rest)?.into_iter().try_for_each(follow_along),
        ["mark", rest @ ..] => steps(rest)?.into_iter().try_for_each(mark::write),
        ["measure"] => none(limits::check()?),
        ["record", "refused", rest @ ..] => steps(rest)?.into_iter().try_for_each(refused::record),
        ["record", "sessions"] => sessions::record(""),
        ["record", "sessions", filter] => sessions::record(filter),
        ["record", "figures"] => figures::record(None),
        ["record", "figures", filter] => figures::record(Some(filter)),
        ["record", name] => made::record(name).unwrap_or(Err(USAGE.to_string())),
        // How `record figures` measures threads: in a process of its own.
        ["measure-threads", count] => {
            let count = count.parse().map_err(|error| format!("{count}: {error}"))?;
            figures::measure_threads(count);
            Ok(())
        }
        _ => Err(USAGE.to_string()),
    }
}

/// The steps whose names begin with the word, or all.
fn steps(words: &[&str]) -> Result<Vec<&'static str>, String> {
    let begin = words.first().unwrap_or(&"");
    let found = STEPS.into_iter().filter(|step| step.starts_with(begin));
    match found.collect::<Vec<_>>() {
        found if found.is_empty() => Err(format!("no step begins with {begin}; try 03")),
        found => Ok(found),
    }
}

fn follow_along(step: &str) -> Result<(), String> {
    let walk = follow::walk(step)?;
    let mut problems = walk.problems.clone();
    problems.extend(refused::check(&walk)?);
    problems.extend(limits::far(&walk));
    for problem in &problems {
        println!("{problem}");
    }
    println!("{step}: {} pieces", walk.pieces.len());
    match problems.len() {
        0 => Ok(()),
        count => Err(format!("{step}: {count} problems")),
    }
}

fn none(problems: Vec<String>) -> Result<(), String> {
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems.join("\n")),
    }
}
