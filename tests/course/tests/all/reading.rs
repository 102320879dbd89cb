//! The list, the hints, the answers, what is begun anew, and what is said to wrong names.

use std::collections::BTreeSet;
use std::fs;

use crate::scratch::{FILE, SOLVED, STARTER, Scratch, UNSOLVED, workspace};

#[test]
fn the_list_shows_what_there_is_and_what_comes_next() {
    let scratch = Scratch::new();
    let said = scratch.says("", "");
    said.shows("05  A pool of threads .. 05b  untouched  Twice as much .. 40 min .. 2 of 3");
    said.shows("06  later .. 06a  untouched .. 0 of 2 solved .. Next: read .. check 05b");
    scratch.write(FILE, SOLVED);
    scratch.says("", "05b  in work .. 06a  untouched");
    fs::remove_file(scratch.root.join(FILE)).unwrap();
    scratch.says("list", "05b  missing");
}

/// `cargo new` in the repository makes its package a member.
#[test]
fn a_package_that_is_not_ours_is_named() {
    let scratch = Scratch::new();
    let manifest = include_str!("scratch/workspace.txt");
    let with_server = manifest.replace("members = [", "members = [\"server\",");
    scratch.write("Cargo.toml", &with_server);
    scratch.says("", "server is not of this repository");
    scratch.write("Cargo.toml", manifest);
    scratch.run(&[]).hides("not of this repository");
}

#[test]
fn hints_come_one_by_one() {
    let scratch = Scratch::new();
    let said = scratch.says("hint 05b", "");
    said.shows("Hint 1 of 3 .. What is twice a number? See numbers.\n .. Plain: book/src/05-");
    let said = scratch.says("hint ex05b", "");
    said.shows("Hint 2 of 3 .. `number * 2`, and not `number + 2`.\n");
    let said = scratch.says("hint 5b", "");
    said.shows("Hint 3 of 3 ..     fn thrice() -> u32 {\n        number * 3 * 1\n    }\n");
    scratch.refuses("hint 05b", "You have seen all hints");
    scratch.says("hint 05b 1", "Hint 1 of 3");
}

#[test]
fn a_hint_that_was_named_does_not_come_again_by_itself() {
    let scratch = Scratch::new();
    scratch.says("hint 05b 2", "Hint 2 of 3");
    scratch.says("hint 05b", "Hint 1 of 3");
    scratch.says("hint 05b", "Hint 3 of 3");
}

#[test]
fn the_answer_is_shown_to_whoever_insists() {
    let scratch = Scratch::new();
    scratch.refuses("answer 05b", "answer 05b --yes");
    let said = scratch.says("answer 05b --yes", "");
    said.shows("    pub fn double( ..         number * 2\n .. - Two more. It .. \n  tries it");
    said.shows("Plain: tests/answers/ex05b/answer.rs");
}

#[test]
fn wrong_words_get_one_line() {
    let scratch = Scratch::new();
    scratch.refuses("chek 05b", "There are: list, check, watch, hint");
    scratch.refuses("check", "There are: 05b, 06a.");
    scratch.refuses("check 05z", "There are: 05b, 06a.");
    scratch.refuses("check 05b 06a", "one word too many");
    scratch.refuses("hint 05b 4", "There are: 1, 2, 3.");
    scratch.refuses("hint 06a", "no book/src/06-later/ex06a.md");
    scratch.refuses("reset 05b --no", "There is: --yes");
    scratch.refuses("answer 06a --yes", "no tests/answers/ex06a/answer.rs");
    scratch.says("help", "cargo course check 05b");
}

#[test]
fn git_ignores_the_one_file_that_is_written() {
    let scratch = Scratch::new();
    let files = || -> BTreeSet<String> {
        let entries = fs::read_dir(&scratch.root).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    };
    let before = files();
    scratch.says("hint 05b", "");
    let after = files();
    let new: Vec<&String> = after.difference(&before).collect();
    assert_eq!(new, [".course-state"]);
    let ignored = workspace().join(".gitignore");
    let ignored = fs::read_to_string(ignored).unwrap();
    assert!(ignored.lines().any(|line| line == "/.course-state"));
}

#[test]
fn what_was_written_is_lost_only_with_a_yes() {
    let scratch = Scratch::new();
    scratch.says("reset 05b", "is the starter already");
    scratch.write(FILE, SOLVED);
    scratch.refuses("reset 05b", "reset 05b --yes");
    assert_eq!(scratch.read(FILE), SOLVED);
    scratch.says(
        "reset 05b --yes",
        &format!("is the starter again .. Plain: paste the text of .. {STARTER}"),
    );
    assert_eq!(scratch.read(FILE), UNSOLVED);
}

#[test]
fn a_missing_file_comes_back_without_a_question() {
    let scratch = Scratch::new();
    fs::remove_file(scratch.root.join(FILE)).unwrap();
    scratch.says("reset 05b", "is the starter again");
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
