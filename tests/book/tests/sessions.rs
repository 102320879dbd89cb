//! The terminal sessions in the book are what the programs say.

use book::{assert_none, sessions};

#[test]
fn every_session_is_what_a_reader_sees() {
    assert_none(sessions::check());
}

#[test]
fn every_script_is_recorded_and_every_recording_has_its_script() {
    assert_none(sessions::check_files());
}
