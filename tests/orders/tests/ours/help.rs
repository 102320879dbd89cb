//! What must fail, how, and in which words.

use orders::{Explorer, Failure, Kind};
use std::fmt::Debug;

/// Explores what must fail, and makes sure that it is this kind, told in these words, and that its
/// schedule replays it.
#[track_caller]
pub fn fails(
    kind: Kind,
    words: &[&str],
    scenario: impl Fn() + Clone + Send + Sync + 'static,
) -> Box<Failure> {
    let explorer = Explorer::new("all goes well");
    let failure = explorer.explore(scenario.clone());
    let failure = failure.expect_err("some order fails");
    check(&failure, kind, words);
    let again = explorer.replay(&failure.schedule, scenario);
    let again = again.expect_err("and fails again");
    assert_eq!(
        (&again.sentence, &again.table),
        (&failure.sentence, &failure.table)
    );
    failure
}

/// The result must not be the same in each order.
#[track_caller]
pub fn differs<T: Debug>(words: &[&str], scenario: impl Fn() -> T + Send + Sync + 'static) {
    let explorer = Explorer::new("the result is always the same").may_leak();
    let failure = explorer.same(scenario).expect_err("some order differs");
    check(&failure, Kind::OtherResult, words);
}

#[track_caller]
pub fn check(failure: &Failure, kind: Kind, words: &[&str]) {
    println!("{failure}");
    assert_eq!(failure.kind, kind, "{failure}");
    let story = failure.to_string();
    for words in words {
        assert!(
            story.contains(words),
            "the story does not say {words:?}: {story}"
        );
    }
}
