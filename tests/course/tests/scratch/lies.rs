//! What a learner's code might say.

/// A panic that says what a harness says when all is well.
pub const LIE: &str =
    r#"panic!("no\ntest five_becomes_ten ... ok\n---- lies stdout ----\ntest and so on")"#;

/// The panic of `LIE` is told, and no line of it looks like a verdict.
#[track_caller]
pub fn is_told_as_none(said: &str) {
    let lies = [
        "test five_becomes_ten ... ok",
        "---- lies",
        "test and so on",
    ];
    let is_lie = |line: &str| lies.iter().any(|lie| line.starts_with(lie));
    assert!(
        said.contains("test and so on"),
        "the panic is told:\n{said}"
    );
    assert!(!said.lines().any(is_lie), "no verdict:\n{said}");
}
