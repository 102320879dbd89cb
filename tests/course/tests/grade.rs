//! A class hands in exercise 05b, and some of it means harm: `cargo course grade`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "these are tests"
)]

mod class;
mod parsing;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use class::{NAME, hand_in};
use parsing::{csv, tags};

#[test]
fn each_submission_gets_what_it_deserves() {
    let folder = folder("class");
    let children = folder.join("children");
    let class = folder.join(NAME);
    fs::create_dir_all(&children).unwrap();
    let expected = hand_in(&class, &children);

    let out = folder.join("out");
    let output = grade(&[Path::new("--each"), &class, Path::new("--out"), &out]);
    let problem = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        output.status.code(),
        Some(1),
        "not all is right:\n{problem}"
    );
    let said = String::from_utf8(output.stdout).unwrap();
    the_table_agrees(&expected, &said);
    nobody_is_left(&children);
    let text = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    the_files_agree(&expected, &text("results.csv"));
    let xml = text("results.xml");
    let again = "This order again: ORDERS_REPLAY=";
    let again = xml.lines().find(|line| line.contains(again));
    assert!(
        again.is_some_and(|line| line.contains("cargo test --test ex05b ")),
        "{again:?}"
    );
    let opened = tags(&xml);
    assert_eq!(opened["testsuite"], expected.len());
    assert_eq!(opened["testcase"], expected.len() * 6);
    assert_eq!(opened["error"], 4 * 6);
    let report = text("report.md");
    let words = "- 1 of 16, 05b: the lock is held while an item is worked on";
    assert!(report.contains(words), "{report}");
}

#[track_caller]
fn the_table_agrees(expected: &BTreeMap<String, String>, said: &str) {
    for (name, cell) in expected {
        let row = said.lines().find(|line| line.starts_with(name.as_str()));
        let row = row.unwrap_or_else(|| panic!("no {name} in\n{said}"));
        let came = row[name.len()..].trim().trim_end_matches(" (look)");
        let came = came.trim_end_matches(" (like)");
        assert_eq!(came, cell, "{name}");
    }
}

#[track_caller]
fn the_files_agree(expected: &BTreeMap<String, String>, table: &str) {
    let rows = csv(table);
    assert_eq!(rows.len(), expected.len() + 1);
    for row in &rows {
        assert_eq!(row.len(), rows[0].len(), "{row:?}");
    }
    for (row, name) in rows[1..].iter().zip(expected.keys()) {
        // What a spreadsheet would take for a formula has a mark.
        assert_eq!(row[0].trim_start_matches('\''), name);
        assert!(!row[0].starts_with('='));
        let cell = &expected[name];
        assert!(row[3] == "0" || cell.starts_with(&format!("{} of {}", row[3], row[4])));
    }
}

#[cfg(unix)]
#[track_caller]
fn nobody_is_left(children: &Path) {
    let mut count = 0;
    for entry in fs::read_dir(children).unwrap() {
        let id = entry.unwrap().file_name().into_string().unwrap();
        let said = Command::new("ps").args(["-o", "args=", "-p", &id]).output();
        let said = String::from_utf8(said.unwrap().stdout).unwrap();
        // Only Linux says who has which environment.
        assert!(
            !said.contains("sleep 600") || !cfg!(target_os = "linux"),
            "{id}: {said}"
        );
        count += 1;
    }
    let each_check_has_some = count >= 2 * 6 && count % 2 == 0;
    assert!(each_check_has_some, "two for each pool, not {count}");
}

#[cfg(not(unix))]
fn nobody_is_left(_: &Path) {}

#[test]
fn what_is_not_understood_is_said_in_a_line() {
    let empty = folder("empty");
    let at = empty.to_str().unwrap();
    for (arguments, words) in [
        (vec![], "Which submissions?"),
        (vec!["--each"], "--each needs a value"),
        (vec!["--limit", "soon", at], "--limit soon"),
        (vec!["--jobs", "0", at], "whole number"),
        (vec!["--quick", at], "no option `--quick`"),
        (vec!["--only", "99z", at], "There is no exercise `99z`"),
        (vec!["no/such/folder"], "no/such/folder"),
        (vec!["--each", at], "nothing in what --each names"),
        (vec![at], "nothing to grade"),
    ] {
        let arguments: Vec<&Path> = arguments.iter().map(Path::new).collect();
        let output = grade(&arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(said.contains(words), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

fn grade(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_course"))
        .arg("grade")
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap()
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("grade")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
