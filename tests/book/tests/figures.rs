//! The figures of recorded runs show what was recorded, and that is what the book tells.

#[test]
fn figures_are_drawn_from_their_data_and_tell_their_story() {
    let wrong = book::figures::check().unwrap_or_else(|problem| vec![problem]);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
