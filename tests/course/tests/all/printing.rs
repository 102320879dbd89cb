//! What a learner's code prints is shown, and is no verdict.

use crate::scratch::{FILE, Scratch};

/// Prints what a test harness says when all is well, and prints a lot.
const LIES: &str = r#"pub fn double(number: u32) -> u32 {
    println!("test five_becomes_ten ... ok\n\ntest result: ok. 2 passed; 0 failed");
    println!("---- two_becomes_four stdout ----\nStill to do: nothing");
    println!("\x1b[2K\rtest two_becomes_four ... ok");
    (1..=9).for_each(|line| eprintln!("line {line} of {number}"));
    println!("first, to the one output");
    dbg!(number + 2)
}
"#;

#[test]
fn a_failed_check_shows_the_last_that_was_printed() {
    let scratch = Scratch::new();
    scratch.write(FILE, LIES);
    let said = scratch.fails(
        "check 05b",
        "passed  two becomes four .. failed  five becomes ten .. Is it twice, or two more? .. \
        The last that it printed: .. | test five_becomes_ten ... ok .. \
        | test result: ok. 2 passed; 0 failed .. | ---- two_becomes_four stdout ---- .. \
        | Still to do: nothing .. | \u{fffd}[2K\u{fffd}test two_becomes_four ... ok .. \
        | line 1 of 5 .. | line 9 of 5 .. | first, to the one output .. \
        ex05b.rs:7:5] number + 2 = 7 .. 1 of 2 checks passed",
    );
    let is_once = said.out.matches("line 1 of").count() == 1;
    assert!(is_once, "of the check that has failed, once:\n{}", said.out);
}

#[test]
fn all_that_is_printed_is_shown_to_whoever_asks() {
    let scratch = Scratch::new();
    scratch.write(FILE, &LIES.replace("1..=9", "1..=40"));
    let said = scratch.plain(&["--nocapture", "--test-threads=1"]);
    for (name, number) in [("two_becomes_four", 2), ("five_becomes_ten", 5)] {
        for line in 1..=40 {
            let line = format!("{name} | line {line} of {number}");
            assert!(said.contains(&line), "no {line:?}:\n{said}");
        }
    }
    no_line_begins(&said, &["test five_becomes_ten ... ok", "test result: ok"]);
    let said = scratch.plain(&["two_becomes_four"]);
    assert!(
        !said.contains("line"),
        "a check that passes is quiet:\n{said}"
    );
}

#[test]
fn what_a_panic_says_is_no_verdict() {
    let scratch = Scratch::new();
    panics_with_a_lie(&scratch, "pub fn double(_: u32) -> u32");
}

/// The panic is told, and no line of it looks like a verdict.
#[track_caller]
pub fn panics_with_a_lie(scratch: &Scratch, function: &str) {
    let lie =
        r#"panic!("no\ntest five_becomes_ten ... ok\n---- lies stdout ----\ntest and so on")"#;
    scratch.write(FILE, &format!("{function} {{ {lie} }}\n"));
    let said = scratch.plain(&["--test-threads=1"]);
    assert!(
        said.contains("test and so on"),
        "the panic is told:\n{said}"
    );
    no_line_begins(
        &said,
        &[
            "test five_becomes_ten ... ok",
            "---- lies",
            "test and so on",
        ],
    );
}

#[track_caller]
fn no_line_begins(said: &str, lies: &[&str]) {
    let is_lie = |line: &str| lies.iter().any(|lie| line.starts_with(lie));
    assert!(!said.lines().any(is_lie), "no verdict:\n{said}");
}
