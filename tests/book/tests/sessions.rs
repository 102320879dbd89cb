//! The terminal sessions in the book are what the programs say.

use book::sessions;

#[test]
fn every_session_is_what_a_reader_sees() {
    let problems = sessions::check();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_script_is_recorded_and_every_recording_has_its_script() {
    let problems = sessions::check_files();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
