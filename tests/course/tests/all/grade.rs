//! A class hands in exercise 05b, and some of it means harm: `cargo course grade`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::class::{Expected, NAME, do_harm, hand_in};
use crate::scratch::{Said, Scratch, empty, workspace};

#[test]
fn each_submission_gets_what_it_deserves() {
    let folder = empty("class");
    let [children, class, out] = ["children", NAME, "out"].map(|name| folder.join(name));
    fs::create_dir(&children).unwrap();
    let expected = hand_in(&class, &children);
    let said = grade(&[Path::new("--each"), &class, Path::new("--out"), &out]);
    said.ends(1, "");
    the_table_agrees(&expected, &said.out);
    if cfg!(unix) {
        nobody_is_left(&children);
    }
    let text = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    // What a spreadsheet would take for a formula has a mark.
    let table = text("results.csv");
    let anna = "\n\"'=anna\",\"05b\",\"solved\",6,6,";
    let ben = "\n\"ben's, <same> & \"\"all\"\"\",\"05b\",\"solved\",6,6,\"\",\"\",\"\",\"'=anna\",";
    assert!(
        table.contains(anna) && (table.contains(ben) || cfg!(windows)),
        "{table}"
    );
    the_xml_is_well(&text("results.xml"), &expected);
    let report = text("report.md");
    let words = "- 1 of 5, 05b: the lock is held while an item is worked on";
    assert!(report.contains(words), "{report}");
}

/// Each tag and each entity is one that we write, and a story says how its order is run again.
#[track_caller]
fn the_xml_is_well(xml: &str, expected: &Expected) {
    let entities = ["amp;", "lt;", "gt;", "quot;", "apos;", "#10;", "#9;"];
    for piece in xml.split('<').skip(2) {
        let (tag, text) = piece.split_once('>').unwrap();
        let mut names = ["testsuite", "testcase", "failure", "error"].iter();
        let is_ours = names.any(|name| tag.trim_start_matches('/').starts_with(name));
        assert!(is_ours && !text.contains('>'), "{piece}");
        assert!(tag.matches('"').count() % 2 == 0, "{tag}");
        let mut after = piece.split('&').skip(1);
        assert!(
            after.all(|one| entities.iter().any(|it| one.starts_with(it))),
            "{piece}"
        );
    }
    let count = |tag: &str| xml.matches(tag).count();
    assert_eq!(count("<testsuite "), expected.len());
    assert_eq!(count("<testcase "), expected.len() * 6);
    assert_eq!(count("<error "), 2 * 6);
    for name in ["testsuites", "testsuite", "testcase", "failure"] {
        let opened = count(&format!("<{name} ")) + count(&format!("<{name}>"));
        assert_eq!(opened, count(&format!("</{name}>")), "{name}");
    }
    let mut lines = xml.lines();
    let again = lines.find(|line| line.contains("This order again: ORDERS_REPLAY="));
    let is_named = again.unwrap().contains("cargo test --test ex05b ");
    assert!(is_named, "{again:?}");
}

/// In the small exercise, since they wait for the limit there only twice. Whoever is slow fails, too, so
/// a limit for whoever loops can be short.
#[test]
fn whoever_means_harm_passes_nothing() {
    let scratch = Scratch::to_grade();
    let class = scratch.root.join("class");
    let expected = do_harm(&class);
    let (class, out) = (scratch.at("class"), scratch.at("out"));
    let words = [
        "grade", "--jobs", "1", "--limit", "1", "--out", &out, "--each", &class,
    ];
    let said = scratch.run(&words);
    said.ends(1, "");
    the_table_agrees(&expected, &said.out);
    let feedback = scratch.read("out/feedback/loops.md");
    assert!(
        feedback.contains("It has not ended after 1 s"),
        "{feedback}"
    );
}

#[track_caller]
fn the_table_agrees(expected: &Expected, said: &str) {
    for (name, cell) in expected {
        let row = said.lines().find(|line| line.starts_with(name.as_str()));
        let row = row.unwrap_or_else(|| panic!("no {name} in\n{said}"));
        let came = row[name.len()..].trim().trim_end_matches(" (look)");
        let came = came.trim_end_matches(" (like)");
        assert_eq!(came, cell, "{name}");
    }
}

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

#[test]
fn what_is_not_understood_is_said_in_a_line() {
    let empty = empty("nobody");
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
        grade(&arguments).fails_with(words);
    }
}

fn grade(arguments: &[&Path]) -> Said {
    let mut course = Command::new(env!("CARGO_BIN_EXE_course"));
    course.arg("grade").args(arguments);
    Said::of(course.current_dir(workspace()))
}
