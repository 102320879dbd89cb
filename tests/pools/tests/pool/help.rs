//! What the tests of both pools share.

use orders::{Kind, Outcome};

/// A module with one wrong pool, which `build.rs` has written, and the promises.
#[macro_export]
macro_rules! wrong {
    ($name:ident $file:literal) => {
        #[allow(dead_code, clippy::all)] // it is wrong on purpose
        #[path = "pool"]
        mod $name {
            include!(concat!(env!("OUT_DIR"), "/", $file, ".rs"));
            #[path = "promises.rs"]
            pub mod promises;
        }
    };
}

/// The promise holds in every order. The number of orders is the same in each run.
#[track_caller]
pub fn holds(outcome: Outcome, orders: usize) {
    match outcome {
        Ok(report) => {
            println!(
                "{} orders, {} steps: none fails",
                report.orders, report.steps
            );
            assert_eq!(
                (report.orders, report.complete),
                (orders, true),
                "orders tried"
            );
        }
        Err(failure) => panic!("{failure}"),
    }
}

/// The promise does not hold in some order; the story says why.
#[track_caller]
pub fn falls(outcome: Outcome, kind: Kind, words: &str) {
    match outcome {
        Ok(report) => panic!(
            "the wrong pool kept the promise in {} orders",
            report.orders
        ),
        Err(failure) => {
            println!("{failure}");
            assert_eq!(failure.kind, kind, "{failure}");
            assert!(
                failure.to_string().contains(words),
                "the story does not say {words:?}: {failure}"
            );
        }
    }
}
