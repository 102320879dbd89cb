//! A report of all that is wrong, instead of the first thing.

use kit::fail;

/// Fails if there is anything to report.
#[track_caller]
pub fn expect_none(what: &str, expected: &str, problems: &[String], look_at: &str) {
    if !problems.is_empty() {
        fail(what, expected, &problems.join("\n          "), look_at);
    }
}
