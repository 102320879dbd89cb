//! What the book says that the compiler rejects is rejected, in these words, and each mend compiles.

use book::rejected;

#[test]
fn the_compiler_says_what_was_recorded_and_accepts_every_mend() {
    let problems = rejected::check();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_rejected_program_has_a_recording_and_a_mend() {
    let problems = rejected::check_files();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
