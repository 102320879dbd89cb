//! What all tests here share.

use orders::{Kind, Outcome};

/// A module with a pool, which `build.rs` has written, and the promises.
#[macro_export]
macro_rules! pool {
    ($name:ident $file:literal) => {
        #[allow(dead_code, clippy::all)] // a wrong one is wrong on purpose
        #[path = "pool"]
        mod $name {
            include!(concat!(env!("OUT_DIR"), "/", $file, "/thread_pool.rs"));
            #[path = "promises.rs"]
            pub mod promises;
        }
    };
}

/// A module with another file that `build.rs` has written.
#[macro_export]
macro_rules! wrong {
    ($name:ident $folder:literal $file:literal) => {
        #[allow(dead_code, unused_variables, clippy::all)]
        pub mod $name {
            include!(concat!(env!("OUT_DIR"), "/", $folder, "/", $file));
        }
    };
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
    match outcome {
        Ok(report) => panic!(
            "it is wrong, and kept the promise in {} orders",
            report.orders
        ),
        Err(failure) => {
            println!("{failure}");
            assert_eq!(failure.kind, kind, "{failure}");
            assert!(
                failure.to_string().contains(words),
                "the story does not say {words:?}: {failure}"
            );
            failure.to_string()
        }
    }
}
