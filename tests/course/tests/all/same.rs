//! `cargo test`, `cargo course check` and the grader say the same of a file, in any environment.

use std::fs;

use crate::scratch::{FILE, Said, Scratch, workspace};

/// What warns elsewhere warns here; and a hand-in may be compiled where nothing is forbidden.
pub const WARNS: &str = "use std::collections::HashMap;
pub fn double(number: u32) -> u32 {
    let worker = std::thread::spawn(|| ());
    worker.join();
    number * 2
}
";

pub const UNSAFE: &str =
    "pub fn double(number: u32) -> u32 {\n    unsafe { *&raw const number * 2 }\n}\n";

pub const HELPED: &str =
    "mod helper;\npub fn double(number: u32) -> u32 {\n    helper::twice(number)\n}\n";

pub const HELPER: &str = "pub fn twice(number: u32) -> u32 {\n    number * 2\n}\n";

#[test]
fn what_warns_elsewhere_is_refused_nowhere() {
    let scratch = Scratch::new();
    let mut check = scratch.command(&["check", "05b"]);
    check.env("RUSTFLAGS", "-D warnings");
    scratch.write(FILE, WARNS);
    Said::of(&mut check).ends(0, "2 of 2 checks passed .. Solved.");
    scratch.write(FILE, UNSAFE);
    Said::of(&mut check).ends(1, "It does not compile .. usage of an `unsafe` block");
}

/// As the root of the scratch project.
#[test]
fn each_exercise_is_compiled_so() {
    let steps = workspace().join("steps");
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

/// The grader sees to it in another way.
#[test]
fn a_file_that_needs_another_is_refused_everywhere() {
    let scratch = Scratch::new();
    scratch.write("steps/05-threadpool/exercises/helper.rs", HELPER);
    scratch.write(FILE, HELPED);
    let said = scratch.run(&["check", "05b"]);
    let why = "ex05b.rs needs helper.rs";
    said.ends(
        1,
        &format!("failed .. {why} .. The same as above .. 0 of 2"),
    );
    assert!(scratch.plain(&[]).contains(why));
}
