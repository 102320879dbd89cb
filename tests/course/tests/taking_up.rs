//! A grader that is ended loses nothing and leaves nothing, and its results go on.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use scratch::{SOLVED, Said, Scratch, WRONG};

/// The rule that the book shows.
const POINTS: &str = include_str!("../../../book/recorded/points.txt");

/// Loops, and says so.
const LOOPS: &str = "pub fn double(_: u32) -> u32 {\n    let _ = std::fs::write(\"FILE\", \
    std::process::id().to_string());\n    loop { std::thread::yield_now(); }\n}\n";

/// For somebody to copy.
const LONG: &str = "pub fn double(number: u32) -> u32 {\n    let mut all = Vec::new();\n    \
    for one in 0..number {\n        all.push(one + 1);\n        all.push(one + 2);\n    }\n    \
    let mut sum = 0;\n    while let Some(last) = all.pop() {\n        if last > 0 {\n            \
    sum += 1;\n        }\n    }\n    match sum {\n        0 => number * 2,\n        some => some,\n    }\n}\n";

/// Eight folders up from the exercise is the project.
const READS: &str = "#[cfg_attr(all(), path = \"../../../../../../../../tests/answers/ex05b/answer.rs\")]\n\
    mod other;\npub use other::double;\n";

fn project() -> Scratch {
    let scratch = Scratch::new();
    fs::remove_dir_all(scratch.root.join("steps/06-later")).unwrap();
    scratch.write("points.txt", POINTS);
    scratch
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(300);
    while !is_so() {
        assert!(
            Instant::now() < deadline,
            "in vain, after five minutes: {what}"
        );
        thread::sleep(Duration::from_millis(10));
    }
}

fn grader(scratch: &Scratch) -> Command {
    let at = |name: &str| scratch.root.join(name).display().to_string();
    let mut grader = scratch.command(&["grade", "--jobs", "1", "--limit", "60"]);
    grader.args([
        "--points",
        &at("points.txt"),
        "--each",
        &at("class"),
        "--out",
        &at("out"),
    ]);
    grader
}

fn grade(scratch: &Scratch) -> Said {
    Said::new(grader(scratch).output().unwrap())
}

/// The first one is judged, and the grader is ended while the second is.
fn grade_and_end(scratch: &Scratch) {
    let started = scratch.root.join("started");
    let file = started.display().to_string().replace('\\', "/");
    scratch.write("class/ben/ex05b.rs", &LOOPS.replace("FILE", &file));
    let mut grader = grader(scratch).spawn().unwrap();
    until("a check begins", || started.is_file());
    grader.kill().unwrap();
    grader.wait().unwrap();
    let folder = || fs::read_dir(scratch.root.join("target/grade")).unwrap();
    until("all is tidied up", || folder().next().is_none());
    let id = fs::read_to_string(started).unwrap();
    until("the check is gone", || is_gone(&id));
}

#[test]
fn what_was_judged_stays_judged() {
    let scratch = project();
    scratch.write("class/ada/ex05b.rs", SOLVED);
    fs::create_dir_all(scratch.root.join("class/cem")).unwrap();
    grade_and_end(&scratch);

    scratch.write("class/ben/ex05b.rs", WRONG);
    let said = grade(&scratch);
    assert!(
        said.errors.contains("; 1 are known from"),
        "{}",
        said.errors
    );
    said.shows(&["ada         2 of 2", "ben         1 of 2", "cem         -"]);
    assert!(!said.is_success, "cem has handed in nothing");
    assert_eq!(
        scratch.read("out/grades.csv").replace('\r', ""),
        "\u{feff}student,ex05b,points,of,not handed in\n\
         \"ada\",11,11,11,\"\"\n\"ben\",2,2,11,\"\"\n\"cem\",0,0,11,\"05b\"\n"
    );

    scratch.write("class/ben/ex05b.rs", &format!("{SOLVED}\n"));
    fs::remove_dir(scratch.root.join("class/cem")).unwrap();
    let said = grade(&scratch);
    assert!(said.is_success, "{}{}", said.out, said.errors);
    said.shows(&["ben         2 of 2, before 1 of 2"]);
    let text = scratch.read("out/feedback/ben.md");
    let words = "2 of 2. Points: 11 of 11. Before: 1 of 2.";
    assert!(text.contains(words) && !text.contains("ada"), "{text}");
}

#[cfg(unix)]
fn is_gone(id: &str) -> bool {
    let mut ps = Command::new("ps");
    let state = ps.args(["-o", "stat=", "-p", id]).output().unwrap().stdout;
    matches!(state.first(), None | Some(b'Z'))
}

#[cfg(not(unix))]
fn is_gone(_: &str) -> bool {
    true
}

#[test]
fn what_is_copied_is_marked() {
    let scratch = project();
    scratch.write("tests/answers/ex05b/answer.rs", LONG);
    scratch.write("class/ada/ex05b.rs", READS);
    let renamed = LONG.replace("all", "everything").replace("sum", "count");
    scratch.write("class/ben/ex05b.rs", &format!("// mine\n{renamed}"));
    scratch.write("class/cem/ex05b.rs", SOLVED);
    let said = grade(&scratch);
    said.shows(&[
        "ada         2 of 2 (look)",
        "ben         2 of 2 (like)",
        "cem         2 of 2\n",
    ]);
    said.shows(&[
        "ada, ex05b: nobody needs for this: reads ",
        "tests/answers/ex05b/answer.rs",
    ]);
    said.shows(&["ben, ex05b: much is as in: the book 100 %"]);
    assert!(said.is_success, "a mark is no verdict");
}
