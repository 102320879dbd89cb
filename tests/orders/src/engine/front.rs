//! The shortest ways in.

use super::explorer::Explorer;
use super::failure::Outcome;

/// Runs the scenario in every order, within the bounds of [`Explorer::new`].
///
/// # Errors
/// The story of the shortest order found in which something goes wrong.
pub fn explore(scenario: impl Fn() + Send + Sync + 'static) -> Outcome {
    Explorer::new("nothing goes wrong in any order").explore(scenario)
}

/// As [`explore`], for a test: says how many orders there are.
///
/// # Panics
/// With the story of the shortest order found in which the promise is not kept.
#[track_caller]
pub fn every_order(promise: &str, scenario: impl Fn() + Send + Sync + 'static) -> usize {
    match Explorer::new(promise).explore(scenario) {
        Ok(report) => report.orders,
        Err(failure) => panic!("{failure}"),
    }
}
