//! What is said to do next fits what has happened.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use scratch::{FILE, Scratch, WRONG};

const CHECKS: &str = "steps/05-threadpool/exercises/checks/ex05b_checks.rs";

#[test]
fn the_first_error_is_in_the_file_that_it_is_in() {
    let scratch = Scratch::new();
    // What the checks ask for is otherwise, and the compiler names both places.
    scratch.write(FILE, "pub fn double(_: u32, _: u32) -> u32 {\n    4\n}\n");
    let said = scratch.run(&["check", "05b"]);
    said.shows(&[
        "E0061",
        "Next: the checks use something",
        FILE,
        "see line 6 of",
        CHECKS,
    ]);
    // A warning of the learner's file comes first.
    scratch.write(FILE, &format!("use std::fs;\n{WRONG}"));
    scratch.write(
        CHECKS,
        &scratch.read(CHECKS).replace("double(2), ", "double(2) "),
    );
    let said = scratch.run(&["check", "05b"]);
    let other = format!("The first error is in {CHECKS}. `git status`");
    said.shows(&["This is not about", FILE, &other, "cargo course doctor"]);
    assert!(!said.out.contains("hint"), "{}", said.out);
}

#[test]
fn help_fits_what_happened() {
    let scratch = Scratch::new();
    let said = scratch.run(&["check", "05b"]);
    said.shows(&["Next: write what is still to do", "There are three hints"]);
    scratch.run(&["hint", "05b"]);
    scratch.write(FILE, WRONG);
    let said = scratch.run(&["check", "05b"]);
    said.shows(&[
        "Next: look at",
        FILE,
        ": five becomes ten.",
        "1 of 3 hints seen",
    ]);
    scratch.run(&["hint", "05b"]);
    scratch.run(&["hint", "05b"]);
    let said = scratch.run(&["check", "05b"]);
    said.shows(&["You have seen all hints", "cargo course answer 05b --yes"]);
}
