//! The figures of recorded runs show what was recorded, and that is what the book tells.

#[test]
fn figures_are_drawn_from_their_data_and_tell_their_story() {
    book::assert_none(book::figures::check());
}
