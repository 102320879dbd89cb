//! A grader that is ended loses nothing and leaves nothing, and its results go on.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::same::{HELPED, HELPER, UNSAFE, WARNS};
use crate::scratch::{SOLVED, Said, Scratch, WRONG};

/// The rule that the book shows.
const POINTS: &str = include_str!("../../../../book/recorded/points.txt");

/// Loops, and says so.
const LOOPS: &str = "pub fn double(_: u32) -> u32 {\n    let _ = std::fs::write(\"FILE\", \
    std::process::id().to_string());\n    loop { std::thread::yield_now(); }\n}\n";

/// For somebody to copy.
const LONG: &str = "pub fn double(number: u32) -> u32 {\n    let mut all = Vec::new();\n    \
    for one in 0..number {\n        all.push(one + 1);\n        all.push(one + 2);\n    }\n    \
    let mut sum = 0;\n    while let Some(last) = all.pop() {\n        if last > 0 {\n            \
    sum += 1;\n        }\n    }\n    match sum {\n        0 => number * 2,\n        some => some,\n    }\n}\n";

/// Eight folders up from the exercise is the one of all scratch projects.
const READS: &str = "#[cfg_attr(all(), path = \"../../../../../../../../PROJECT/tests/answers/ex05b/answer.rs\")]\n\
    mod other;\npub use other::double;\n";

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

/// Where the environment forbids warnings.
fn grader(scratch: &Scratch) -> Command {
    let [points, class, out] = ["points.txt", "class", "out"].map(|name| scratch.at(name));
    let mut grader = scratch.command(&["grade", "--jobs", "1", "--limit", "60"]);
    grader.args(["--points", &points, "--each", &class, "--out", &out]);
    grader.env("RUSTFLAGS", "-D warnings");
    grader
}

fn hands_in(scratch: &Scratch, name: &str, text: &str) {
    scratch.write(&format!("class/{name}/ex05b.rs"), text);
}

/// The first one is judged, and the grader is ended while the second is.
fn grade_and_end(scratch: &Scratch) {
    let started = scratch.root.join("started");
    let file = started.display().to_string().replace('\\', "/");
    hands_in(scratch, "ben", &LOOPS.replace("FILE", &file));
    let mut grader = grader(scratch).spawn().unwrap();
    until("a check begins", || started.is_file());
    grader.kill().unwrap();
    grader.wait().unwrap();
    let folder = || fs::read_dir(scratch.target.join("grade")).unwrap();
    until("all is tidied up", || folder().next().is_none());
    let id = fs::read_to_string(started).unwrap();
    // On Windows nobody tells, and it may go on for a while.
    until("the check is gone", || cfg!(windows) || is_gone(&id));
}

#[test]
fn what_was_judged_stays_judged() {
    let scratch = Scratch::to_grade();
    scratch.write("points.txt", POINTS);
    hands_in(&scratch, "ada", SOLVED);
    fs::create_dir_all(scratch.root.join("class/cem")).unwrap();
    grade_and_end(&scratch);

    hands_in(&scratch, "ben", WRONG);
    for (name, text) in [("helped", HELPED), ("unsafe", UNSAFE), ("warns", WARNS)] {
        hands_in(&scratch, name, text);
    }
    scratch.write("class/helped/helper.rs", HELPER);
    judged_again(&scratch);

    hands_in(&scratch, "ben", &format!("{SOLVED}\n"));
    for name in ["cem", "helped", "unsafe"] {
        fs::remove_dir_all(scratch.root.join("class").join(name)).unwrap();
    }
    let project = scratch.root.file_name().unwrap().to_str().unwrap();
    hands_in(&scratch, "dora", &READS.replace("PROJECT", project));
    let renamed = LONG.replace("all", "everything").replace("sum", "count");
    hands_in(&scratch, "eva", &format!("// mine\n{renamed}"));
    scratch.write("tests/answers/ex05b/answer.rs", LONG);
    judged_better(&scratch);
}

fn judged_again(scratch: &Scratch) {
    let said = Said::of(&mut grader(scratch));
    let errors = &said.errors;
    assert!(errors.contains("; 1 are known from"), "{errors}");
    said.ends(
        1,
        "ada         2 of 2 .. ben         1 of 2 .. cem         -",
    );
    said.shows("helped      does not compile .. unsafe      does not compile");
    said.shows("warns       2 of 2");
    assert_eq!(
        scratch.read("out/grades.csv").replace('\r', ""),
        "\u{feff}student,ex05b,points,of,not handed in\n\
         \"ada\",11,11,11,\"\"\n\"ben\",2,2,11,\"\"\n\"cem\",0,0,11,\"05b\"\n\
         \"helped\",0,0,11,\"\"\n\"unsafe\",0,0,11,\"\"\n\"warns\",11,11,11,\"\"\n"
    );
    let results = scratch.read("out/results.csv").replace('\r', "");
    let (_, rows) = results.split_once('\n').unwrap();
    assert_eq!(rows, include_str!("results.csv"));
    let text = scratch.read("out/feedback/helped.md");
    assert!(text.contains("It needs another file"), "{text}");
}

/// A mark is no verdict.
fn judged_better(scratch: &Scratch) {
    let said = Said::of(&mut grader(scratch));
    said.ends(
        0,
        "ada         2 of 2\n .. ben         2 of 2, before 1 of 2\n",
    );
    said.shows("dora        2 of 2 (look) .. eva         2 of 2 (like)");
    said.shows("dora, ex05b: nobody needs for this: reads  .. tests/answers/ex05b/answer.rs");
    said.shows("eva, ex05b: much is as in: the book 100 %");
    let text = scratch.read("out/feedback/ben.md");
    let words = "2 of 2. Points: 11 of 11. Before: 1 of 2.";
    assert!(text.contains(words) && !text.contains("ada"), "{text}");
}

fn is_gone(id: &str) -> bool {
    let mut ps = Command::new("ps");
    let state = ps.args(["-o", "stat=", "-p", id]).output().unwrap().stdout;
    matches!(state.first(), None | Some(b'Z'))
}
