//! Beginning anew.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::fs;

use scratch::{FILE, SOLVED, STARTER, Scratch, UNSOLVED};

#[test]
fn what_was_written_is_lost_only_with_a_yes() {
    let scratch = Scratch::new();
    scratch
        .run(&["reset", "05b"])
        .shows(&["is the starter already"]);
    scratch.write(FILE, SOLVED);
    scratch.run(&["reset", "05b"]).fails_with("reset 05b --yes");
    assert_eq!(scratch.read(FILE), SOLVED);
    let said = scratch.run(&["reset", "05b", "--yes"]);
    assert!(said.is_success, "{}", said.errors);
    said.shows(&["is the starter again", "Plain: paste the text of", STARTER]);
    assert_eq!(scratch.read(FILE), UNSOLVED);
}

#[test]
fn a_missing_file_comes_back_without_a_question() {
    let scratch = Scratch::new();
    fs::remove_file(scratch.root.join(FILE)).unwrap();
    scratch
        .run(&["reset", "05b"])
        .shows(&["is the starter again"]);
    assert_eq!(scratch.read(FILE), UNSOLVED);
}

/// A copy would take the starter's permissions along, and on some systems its time.
#[test]
fn the_starter_is_written_and_not_copied() {
    let scratch = Scratch::new();
    scratch.write(FILE, SOLVED);
    let starter = scratch.root.join(STARTER);
    let as_it_was = fs::metadata(&starter).unwrap().permissions();
    let mut read_only = as_it_was.clone();
    read_only.set_readonly(true);
    fs::set_permissions(&starter, read_only).unwrap();
    scratch.run(&["reset", "05b", "--yes"]);
    fs::set_permissions(&starter, as_it_was).unwrap();
    assert_eq!(scratch.read(FILE), UNSOLVED);
    let file = fs::metadata(scratch.root.join(FILE)).unwrap();
    assert!(!file.permissions().readonly());
}
