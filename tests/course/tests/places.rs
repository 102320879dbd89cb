//! Each place of the six chapters is recognised, and nothing is said to differ in it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use typing::report::report;
use typing::route::Route;

#[test]
fn whoever_types_as_the_pages_say_is_found_and_told_of_no_difference() {
    let route = Route::read().unwrap();
    assert!(route.stops.len() > 300, "{}", route.stops.len());
    let mut wrong = Vec::new();
    for (at, stop) in route.stops.iter().enumerate() {
        let said = report(&route, &stop.files, "server", 0).unwrap();
        let found = route.stops.get(said.at).unwrap();
        let is_same = found
            .files
            .iter()
            .map(|(name, file)| (name, &file.lines))
            .eq(stop.files.iter().map(|(name, file)| (name, &file.lines)));
        if !is_same || !said.differences.is_empty() || !said.own.is_empty() {
            wrong.push(format!(
                "{at} {}: found {} {}\n{}",
                stop.at,
                said.at,
                found.at,
                said.text()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
