//! What people hand in has many shapes, and none of it vanishes. Nothing is compiled here.

use std::fs;
use std::process::Command;

use crate::scratch::{SOLVED, Scratch, UNSOLVED, WRONG};

/// Hands in, and says what the grader makes of it.
fn found(scratch: &Scratch, files: &[(&str, &str)], words: &[&str]) -> String {
    for (path, text) in files {
        scratch.write(&format!("class/{path}"), text);
    }
    let begin = ["grade", "--list", "--each", &scratch.at("class")];
    let said = scratch.run(&[&begin, words].concat());
    said.ends(0, "");
    said.out
}

#[track_caller]
fn has_lines(said: &str, lines: &str) {
    for line in lines.trim_start().lines() {
        assert!(said.lines().any(|one| one == line), "no {line:?} in{said}");
    }
}

const SHAPES: &[(&str, &str)] = &[
    ("King Ada_12_assignsubmission_file_ex05b.rs", ""),
    ("King Ada_12_assignsubmission_file_ex06a.rs", ""),
    ("King Ada_34_assignsubmission_file_/EX5B.rs", ""),
    ("hoppergrace_LATE_20_30_ex05b-2.rs", ""),
    ("hoppergrace_20_29_ex05b.rs", "old"),
    ("ben/ex05b (1).rs", SOLVED),
    ("ben/ex05b.rs", UNSOLVED),
    ("cem/exercise 05b.rs.txt", ""),
    ("dora - 05b.rs", ""),
    ("ex05b_eva.rs", ""),
    ("fritz/ex05b_ex06a.rs", ""),
    ("gina/ex05b.docx", ""),
    ("hugo/checks/ex05b.rs", ""),
    ("ex05b.rs", ""),
    ("ida/Cargo.lock", ""),
    ("ida/steps/05-threadpool/exercises/ex05b.rs", SOLVED),
    ("ida/more/ex05b (1).rs", WRONG),
    ("ida/tests/answers/ex05b.rs", WRONG),
];

const FOUND: &str = "
King Ada_12, ex05b: King Ada_12_assignsubmission_file_ex05b.rs
King Ada_12, ex06a: King Ada_12_assignsubmission_file_ex06a.rs
King Ada_34, ex05b: EX5B.rs
hoppergrace, ex05b: hoppergrace_LATE_20_30_ex05b-2.rs  of several, \
    hoppergrace_LATE_20_30_ex05b-2.rs counts
not judged, of hoppergrace: hoppergrace_20_29_ex05b.rs: in its place counts \
    hoppergrace_LATE_20_30_ex05b-2.rs
ben, ex05b: ex05b (1).rs  of several, ex05b (1).rs counts
not judged, of ben: ex05b.rs: in its place counts ex05b (1).rs
cem, ex05b: exercise 05b.rs.txt
dora, ex05b: dora - 05b.rs
eva, ex05b: ex05b_eva.rs
not judged, of fritz: ex05b_ex06a.rs: its name has two exercises
not judged, of gina: ex05b.docx: its name does not end in .rs; an answer is called ex05b.rs
hugo: nothing to judge
not judged, of hugo: checks/: these are our own checks
ida, ex05b: steps/05-threadpool/exercises/ex05b.rs  of several, \
    steps/05-threadpool/exercises/ex05b.rs counts
not judged, of ida: the rest of a clone: 2 things that are ours, or no exercise
not judged, of nobody: ex05b.rs: whose is it? Put it into a folder with a name";

#[test]
fn names_are_what_platforms_and_people_make_of_them() {
    has_lines(&found(&Scratch::new(), SHAPES, &[]), FOUND);
}

#[test]
fn archives_are_unpacked_or_named() {
    let scratch = Scratch::new();
    scratch.write("class/in/05b.rs", SOLVED);
    let class = scratch.root.join("class");
    let mut tar = Command::new("tar");
    tar.args(["-cf", "ada_ex05b.tar", "in"]).current_dir(&class);
    assert!(tar.status().unwrap().success());
    fs::remove_dir_all(class.join("in")).unwrap();
    let zip = ("ben/all.zip", "PK\u{3}\u{4} and no more");
    let said = found(&scratch, &[zip], &[]);
    has_lines(
        &said,
        "ada, ex05b: ada_ex05b.tar/in/05b.rs
ben: nothing to judge",
    );
    assert!(said.contains("of ben: all.zip: not unpacked ("), "{said}");
    assert!(said.contains("unpack it by hand"), "{said}");
}

#[test]
fn whoever_is_on_the_list_has_a_row() {
    let scratch = Scratch::new();
    scratch.write("list.txt", "\u{feff}King, Ada\r\nBen Ny\r\nCem\r\n");
    let files = [("kingada_20_30_ex05b.rs", ""), ("cem/notes.md", "")];
    let said = found(&scratch, &files, &["--students", &scratch.at("list.txt")]);
    has_lines(
        &said,
        "King, Ada, ex05b: kingada_20_30_ex05b.rs
Ben Ny: nothing to judge
not judged, of Cem: notes.md: its name is that of no exercise",
    );
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;

    let scratch = Scratch::new();
    let class = scratch.root.join("class");
    fs::create_dir_all(class.join("ada/again")).unwrap();
    symlink("../../list.txt", class.join("ada/ex05b.rs")).unwrap();
    symlink("..", class.join("ada/again/up")).unwrap();
    symlink("ada", class.join("ben")).unwrap();
    let said = found(&scratch, &[], &[]);
    has_lines(
        &said,
        "ada: nothing to judge
not judged, of ada: ex05b.rs: a link; no link is followed
not judged, of ada: again/up: a link; no link is followed
not judged, of ben: ben: a link; no link is followed",
    );
}
