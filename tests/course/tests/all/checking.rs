//! Checking and watching, with a real cargo, and what is said to do next.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use crate::scratch::{CHECKS, FILE, ROOT, SOLVED, Scratch, UNSOLVED, WRONG, Watch, workspace};

#[test]
fn a_check_says_which_promises_are_kept_and_what_to_do_next() {
    let scratch = Scratch::new();
    let said = scratch.fails("check 05b", "");
    said.shows("Plain: cargo test --test ex05b .. failed  two becomes four");
    said.shows("to do: double it .. failed  five .. The same as above .. 0 of 2");
    said.shows("Next: write what is still to do .. exercises/ex05b.rs .. There are three hints");
    said.shows("Stuck? .. cargo course hint 05b");

    scratch.run(&["hint", "05b"]);
    scratch.write(FILE, WRONG);
    let said = scratch.fails("check 05b", "");
    said.shows("passed  two becomes four .. failed  five becomes ten .. Is it twice .. 1 of 2");
    said.shows("Next: look at .. exercises/ex05b.rs .. : five becomes ten. .. 1 of 3 hints seen");
    said.hides("stdout ----");
    said.hides("Error:");

    scratch.run(&["hint", "05b"]);
    scratch.run(&["hint", "05b"]);
    let said = scratch.fails("check 05b", "");
    said.shows("You have seen all hints .. cargo course answer 05b --yes");
}

#[test]
fn solved_is_what_was_solved_and_nothing_else() {
    let scratch = Scratch::new();
    scratch.write(FILE, SOLVED);
    let said = scratch.says("check 05b", "");
    said.shows("2 of 2 checks passed .. Solved. .. cargo course answer 05b .. check 06a");
    let list = |texts: &str| scratch.says("", texts);
    list("05b  solved .. 06a  untouched .. 1 of 2 solved");
    scratch.says("answer 05b", "");
    scratch.write(FILE, &format!("{SOLVED}\n"));
    list("05b  in work .. 0 of 2 solved");
    scratch.write(FILE, SOLVED);
    list("05b  solved");

    // An old file that was put back: cargo alone would not look at it.
    scratch.write(FILE, WRONG);
    let file = File::options().append(true).open(scratch.root.join(FILE));
    let day = Duration::from_secs(24 * 60 * 60);
    file.unwrap().set_modified(SystemTime::now() - day).unwrap();
    scratch.fails("check 05b", "1 of 2");
    list("05b  in work");
}

#[test]
fn a_plain_and_green_test_counts_as_solved_but_not_one_of_a_part() {
    let scratch = Scratch::new();
    let list = |texts: &str| scratch.says("", texts);
    scratch.write(FILE, SOLVED);
    scratch.says("hint 05b", "");
    scratch.plain(&["two"]);
    list("05b  in work");
    scratch.plain(&[]);
    list("05b  solved .. 1 of 2 solved");
    scratch.says("hint 05b", "Hint 2 of 3");
}

#[test]
fn what_does_not_compile_shows_what_the_compiler_says() {
    let scratch = Scratch::new();
    scratch.write("book/src/compiler-errors.md", "## E0308\n");
    scratch.write(FILE, "pub fn double(number: u32) -> u32 {\n    \"\"\n}\n");
    let said = scratch.run(&["check", "05b"]);
    let place = if cfg!(windows) {
        r"exercises\ex05b.rs:2:5"
    } else {
        "exercises/ex05b.rs:2:5"
    };
    said.ends(
        1,
        &format!(
            "It does not compile .. E0308 .. {place} .. Next: mend the first error, in line 2 of"
        ),
    );
    said.shows("rustc --explain E0308, and book/src/compiler-errors.md");
    said.hides("could not compile");
}

#[test]
fn the_first_error_is_in_the_file_that_it_is_in() {
    let scratch = Scratch::new();
    // What the checks ask for is otherwise, and the compiler names both places.
    scratch.write(FILE, "pub fn double(_: u32, _: u32) -> u32 {\n    4\n}\n");
    scratch.fails(
        "check 05b",
        &format!("E0061 .. Next: the checks use something .. {FILE} .. see line 6 of .. {CHECKS}"),
    );
    // A warning of the learner's file comes first.
    scratch.write(FILE, &format!("use std::fs;\n{WRONG}"));
    scratch.write(
        CHECKS,
        &scratch.read(CHECKS).replace("double(2), ", "double(2) "),
    );
    let said = scratch.run(&["check", "05b"]);
    let other = format!("The first error is in {CHECKS}. `git status`");
    said.ends(
        1,
        &format!("This is not about .. {FILE} .. {other} .. cargo course doctor"),
    );
    said.hides("hint");
}

#[test]
fn checks_that_do_not_run_solve_nothing() {
    let scratch = Scratch::new();
    scratch.write(FILE, SOLVED);
    scratch.write(ROOT, "#[path = \"../ex05b.rs\"]\npub mod exercise;\n");
    scratch.fails("check 05b", "The checks did not run");
    let said = scratch.fails("check 06a", "");
    said.shows("The checks did not run .. ex06a .. This is not about");
}

/// Those targets of the exercises that `--all-targets` leaves out.
#[test]
fn an_editor_is_told_to_look_at_the_exercises() {
    let settings = fs::read_to_string(workspace().join(".vscode/settings.json")).unwrap();
    assert!(settings.contains("\"rust-analyzer.check.allTargets\": false"));
    let (_, words) = settings.split_once("check.extraArgs\": [").unwrap();
    let (words, _) = words.split_once(']').unwrap();
    let words = words.split(',').map(|word| word.trim().trim_matches('"'));
    let words: Vec<&str> = ["check", "--workspace"].into_iter().chain(words).collect();
    let scratch = Scratch::new();
    scratch.write(FILE, "pub fn double() -> u32 {\n    \"\"\n}\n");
    let errors = scratch.cargo(&words).errors;
    assert!(errors.contains("error[E0308]"), "{errors}");
}

#[test]
fn watching_checks_again_after_a_change_and_can_be_ended() {
    let scratch = Scratch::new();
    let mut watch = Watch::start(&mut scratch.command(&["watch", "05b"]));
    watch.shows("0 of 2 checks passed .. Waiting for a change");
    for (text, passed) in [(SOLVED, 2), (UNSOLVED, 0)] {
        scratch.write(FILE, text);
        let passed = format!("{passed} of 2 checks passed");
        watch.shows(&format!("{passed} .. Waiting for a change"));
    }
    watch.ends_and_has_said_no_more();
}
