//! What all tests here share.

use orders::{Kind, Outcome};

/// A module for each file that `build.rs` has written into a folder of that name.
#[macro_export]
macro_rules! made {
    ($file:literal: $($folder:ident)+) => {$(
        #[allow(dead_code, unused_variables, clippy::all)] // a wrong one is wrong on purpose
        pub mod $folder {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($folder), "/", $file));
        }
    )+};
}

/// Tests of one line: what it proves, and how.
#[macro_export]
macro_rules! tests {
    ($($name:ident: $proof:expr;)+) => {$(
        #[test]
        fn $name() {
            $proof;
        }
    )+};
}

/// The promise holds in every order. Of a pool that is known, the number of orders is the same each time.
#[track_caller]
pub fn holds(outcome: Outcome, orders: impl Into<Option<usize>>) {
    let report = outcome.unwrap_or_else(|failure| panic!("{failure}"));
    println!("{} orders, none fails", report.orders);
    if let Some(orders) = orders.into() {
        let tried = (report.orders, report.complete);
        assert_eq!(tried, (orders, true), "orders tried");
    }
}

/// The promise does not hold in some order; the story says why.
#[track_caller]
pub fn falls(outcome: Outcome, kind: Kind, words: &str) -> String {
    let failure = match outcome {
        Ok(report) => panic!(
            "it is wrong, and kept the promise in {} orders",
            report.orders
        ),
        Err(failure) => failure,
    };
    let story = failure.to_string();
    println!("{story}");
    assert_eq!(failure.kind, kind, "{story}");
    assert!(
        story.contains(words),
        "the story does not say {words:?}: {story}"
    );
    story
}
