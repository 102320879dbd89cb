//! The exercises at the command line: `cargo course`.
//!
//! It only saves typing. Everything that it does can be done with cargo and an editor, and each
//! command says how. It writes the learner's file, when that is set back, a new project, when one is
//! asked for, and its own notes.

#[macro_use]
mod terminal;

mod cargo;
mod check;
mod course;
mod doctor;
mod grade;
mod list;
mod next;
mod notes;
mod page;
mod plain;
mod reading;
mod start;
mod watch;
mod whereabouts;

use std::env;
use std::process::ExitCode;

use course::{Course, Exercise};

const HELP: &str = "\
cargo course                 all exercises, and which one comes next
cargo course check 05b       check your file
cargo course watch 05b       check your file after each change, until Ctrl-C
cargo course hint 05b        the next hint; `hint 05b 2` shows that one
cargo course answer 05b      the answer, and what others do; `--yes` if it is not solved yet
cargo course reset 05b       begin anew; `--yes` if your file has changed
cargo course start 05 ../server    your own project, as it is where chapter 05 begins;
                                   `start 05.3 ../server`: at its checkpoint 3
cargo course where ../server       which checkpoint it has reached, what comes next, and what
                                   is not as on the page; `--watch` after each change
cargo course doctor          what is wrong with your set-up
cargo course grade           for teachers: grade many
cargo course help            this text

`where` and the list remember the project that was named last, in `.course-state`.
You edit steps/*/exercises/ex*.rs. Plain: cargo test --test ex05b";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Whether all is well; only an exercise that is not solved is not, or not handed in.
fn run(arguments: &[String]) -> Result<bool, String> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("list", arguments),
    };
    match command {
        "grade" => grade::run(rest),
        "help" | "--help" | "-h" => {
            terminal::say(HELP);
            Ok(true)
        }
        "doctor" => doctor::doctor(&Course::find()?, rest.first().map(String::as_str)),
        "list" => list::list(&Course::find()?),
        "start" => start::start(&Course::find()?, rest),
        "where" => whereabouts::tell(&Course::find()?, rest),
        "check" => on_one(rest, 0, |course, one, _| check::check(course, one)),
        "watch" => on_one(rest, 0, |course, one, _| watch::watch(course, one)),
        "hint" => on_one(rest, 1, reading::hint),
        "answer" => on_one(rest, 1, reading::answer),
        "reset" => on_one(rest, 1, reading::reset),
        other => Err(format!(
            "There is no command `{other}`. There are: list, check, watch, hint, answer, reset, \
             start, where, doctor, grade, help."
        )),
    }
}

/// Does something with the exercise that is named, and with `more` words at most after its name.
fn on_one(
    words: &[String],
    more: usize,
    act: impl Fn(&Course, &Exercise, Option<&str>) -> Result<bool, String>,
) -> Result<bool, String> {
    let course = Course::find()?;
    let Some((name, rest)) = words.split_first() else {
        return Err(format!("Which exercise? There are: {}.", course.ids()));
    };
    let exercise = course.exercise(name)?;
    if let Some(word) = rest.get(more) {
        return Err(format!(
            "`{word}` is one word too many. See: cargo course help"
        ));
    }
    act(&course, exercise, rest.first().map(String::as_str))
}
