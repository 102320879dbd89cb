//! `cargo test`, `cargo course check` and the grader say the same of a file, in any environment.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::fs;
use std::path::Path;

use scratch::{FILE, SOLVED, Scratch};

/// What warns elsewhere warns here; and a hand-in may be compiled where nothing is forbidden.
const WARNS: &str = "use std::collections::HashMap;
pub fn double(number: u32) -> u32 {
    let worker = std::thread::spawn(|| ());
    worker.join();
    number * 2
}
";

const UNSAFE: &str =
    "pub fn double(number: u32) -> u32 {\n    unsafe { *&raw const number * 2 }\n}\n";

const HELPED: &str =
    "mod helper;\npub fn double(number: u32) -> u32 {\n    helper::twice(number)\n}\n";

const HELPER: &str = "pub fn twice(number: u32) -> u32 {\n    number * 2\n}\n";

#[test]
fn what_warns_elsewhere_is_refused_nowhere() {
    let scratch = Scratch::new();
    scratch.write(FILE, WARNS);
    let mut check = scratch.command(&["check", "05b"]);
    check.env("RUSTFLAGS", "-D warnings");
    let said = scratch::Said::new(check.output().unwrap());
    said.shows(&["2 of 2 checks passed", "Solved."]);
    scratch.write(FILE, UNSAFE);
    let said = scratch::Said::new(check.output().unwrap());
    said.shows(&["It does not compile", "usage of an `unsafe` block"]);
}

#[test]
fn the_grader_judges_as_the_learners_own_cargo() {
    let scratch = Scratch::new();
    for (name, text) in [("helped", HELPED), ("unsafe", UNSAFE), ("warns", WARNS)] {
        scratch.write(&format!("class/{name}/ex05b.rs"), text);
    }
    scratch.write("class/helped/helper.rs", HELPER);
    fs::remove_dir_all(scratch.root.join("steps/06-later")).unwrap(); // which is no package
    let [class, out] = ["class", "out"].map(|name| scratch.root.join(name));
    let mut grade = scratch.command(&["grade", "--jobs", "1", "--each"]);
    grade.env("RUSTFLAGS", "-D warnings").arg(class);
    let said = scratch::Said::new(grade.arg("--out").arg(out).output().unwrap());
    assert!(!said.is_success, "not all are right");
    said.shows(&[
        "helped      does not compile",
        "unsafe      does not compile",
        "warns       2 of 2",
    ]);
    let results = scratch.read("out/feedback/helped.md");
    assert!(results.contains("It needs another file"), "{results}");
}

/// As the root of the scratch project.
#[test]
fn each_exercise_is_compiled_so() {
    let steps = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../steps");
    let mut roots = 0;
    for step in fs::read_dir(steps).unwrap() {
        let checks = fs::read_dir(step.unwrap().path().join("exercises/checks")).unwrap();
        let texts = checks.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        for root in texts.filter(|text| text.contains("trial::checks!")) {
            for lints in include_str!("scratch/root.txt").lines().take(2) {
                assert!(lints.contains("#![") && root.contains(lints), "{root}");
            }
            roots += 1;
        }
    }
    assert!(roots >= 20, "{roots}");
}

#[test]
fn a_file_that_needs_another_is_refused_everywhere() {
    let scratch = Scratch::new();
    let helper = "steps/05-threadpool/exercises/helper.rs";
    scratch.write(
        helper,
        "pub fn twice(number: u32) -> u32 {\n    number * 2\n}\n",
    );
    let text = "mod helper;\npub fn double(number: u32) -> u32 {\n    helper::twice(number)\n}\n";
    scratch.write(FILE, text);
    let said = scratch.run(&["check", "05b"]);
    said.shows(&[
        "failed",
        "ex05b.rs needs helper.rs",
        "The same as above",
        "0 of 2",
    ]);
    assert!(scratch.plain(&[]).contains("ex05b.rs needs helper.rs"));
}

#[test]
fn a_green_cargo_test_counts_as_solved() {
    let scratch = Scratch::new();
    scratch.write(FILE, SOLVED);
    assert!(scratch.run(&["hint", "05b"]).is_success);
    scratch.plain(&["two"]);
    scratch.run(&[]).shows(&["05b  in work"]);
    scratch.plain(&[]);
    scratch.run(&[]).shows(&["05b  solved", "1 of 2 solved"]);
    scratch.run(&["hint", "05b"]).shows(&["Hint 2 of 3"]);
    scratch.write(FILE, &format!("{SOLVED}\n"));
    scratch.run(&[]).shows(&["05b  in work"]);
}
