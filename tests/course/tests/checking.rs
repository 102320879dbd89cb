//! Checking, with a real cargo.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use scratch::{FILE, SOLVED, Scratch, WRONG};

#[test]
fn a_check_says_which_promises_are_kept() {
    let scratch = Scratch::new();
    let said = scratch.run(&["check", "05b"]);
    assert!(!said.is_success);
    said.shows(&["Plain: cargo test --test ex05b", "failed  two becomes four"]);
    said.shows(&[
        "to do: double it",
        "failed  five becomes ten",
        "The same as above",
    ]);
    said.shows(&["0 of 2", "Next: write", FILE, "cargo course hint 05b"]);
}

#[test]
fn a_check_tells_right_from_wrong() {
    let scratch = Scratch::new();
    scratch.write(FILE, WRONG);
    let said = scratch.run(&["check", "05b"]);
    assert!(!said.is_success);
    said.shows(&[
        "passed  two becomes four",
        "failed  five becomes ten",
        "Is it twice",
        "1 of 2",
    ]);
    assert!(!said.out.contains("stdout ----") && !said.out.contains("Error:"));

    scratch.write(FILE, SOLVED);
    let said = scratch.run(&["check", "05b"]);
    assert!(said.is_success, "{}", said.out);
    said.shows(&[
        "2 of 2 checks passed",
        "Solved.",
        "cargo course answer 05b",
        "check 06a",
    ]);
}

#[test]
fn what_does_not_compile_shows_what_the_compiler_says() {
    let scratch = Scratch::new();
    scratch.write("book/src/compiler-errors.md", "## E0308\n");
    scratch.write(FILE, "pub fn double(number: u32) -> u32 {\n    \"\"\n}\n");
    let said = scratch.run(&["check", "05b"]);
    assert!(!said.is_success);
    let place = if cfg!(windows) {
        r"exercises\ex05b.rs:2:5"
    } else {
        "exercises/ex05b.rs:2:5"
    };
    said.shows(&[
        "It does not compile",
        "E0308",
        place,
        "Next: mend the first error, in line 2 of",
        "rustc --explain E0308, and book/src/compiler-errors.md",
    ]);
    assert!(!said.out.contains('\x1b'), "{:?}", said.out);
    assert!(!said.out.contains("could not compile"), "{}", said.out);
}

#[test]
fn solved_is_what_was_solved_and_nothing_else() {
    let scratch = Scratch::new();
    scratch.write(FILE, SOLVED);
    assert!(scratch.run(&["check", "05b"]).is_success);
    scratch
        .run(&[])
        .shows(&["05b  solved", "06a  untouched", "1 of 2 solved"]);
    assert!(scratch.run(&["answer", "05b"]).is_success);
    scratch.write(FILE, &format!("{SOLVED}\n"));
    scratch.run(&[]).shows(&["05b  in work", "0 of 2 solved"]);
    scratch.write(FILE, SOLVED);
    scratch.run(&[]).shows(&["05b  solved"]);

    // An old file that was put back: cargo alone would not look at it.
    scratch.write(FILE, WRONG);
    let file = File::options().append(true).open(scratch.root.join(FILE));
    let day = Duration::from_secs(24 * 60 * 60);
    file.unwrap().set_modified(SystemTime::now() - day).unwrap();
    let said = scratch.run(&["check", "05b"]);
    assert!(!said.is_success, "{}", said.out);
    scratch.run(&[]).shows(&["05b  in work"]);
}

#[test]
fn checks_that_do_not_run_solve_nothing() {
    let scratch = Scratch::new();
    scratch.write(FILE, SOLVED);
    scratch.write(
        "steps/05-threadpool/exercises/checks/ex05b.rs",
        "#[path = \"../ex05b.rs\"]\npub mod exercise;\n",
    );
    let said = scratch.run(&["check", "05b"]);
    assert!(!said.is_success, "{}", said.out);
    said.shows(&["The checks did not run"]);
    let said = scratch.run(&["check", "06a"]);
    assert!(!said.is_success, "{}", said.out);
    said.shows(&["The checks did not run", "ex06a", "This is not about"]);
}

/// Those targets of the exercises that `--all-targets` leaves out.
#[test]
fn an_editor_is_told_to_look_at_the_exercises() {
    let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.vscode/settings.json");
    let settings = fs::read_to_string(settings).unwrap();
    assert!(settings.contains("\"rust-analyzer.check.allTargets\": false"));
    let (_, words) = settings.split_once("check.extraArgs\": [").unwrap();
    let (words, _) = words.split_once(']').unwrap();
    let words = words.split(',').map(|word| word.trim().trim_matches('"'));
    let scratch = Scratch::new();
    scratch.write(FILE, "pub fn double() -> u32 {\n    \"\"\n}\n");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--workspace"])
        .args(words)
        .current_dir(&scratch.root)
        .env("CARGO_TARGET_DIR", scratch.root.join("target"))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("error[E0308]"), "{errors}");
}
