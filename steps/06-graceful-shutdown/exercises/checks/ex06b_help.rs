//! What the checks of exercise 06b are made of.

use trial::{Outcome, equal};

use super::super::exercise::{Found, Routes};

/// What a request gets, in words.
pub fn came(routes: &Routes, method: &str, path: &str) -> String {
    match routes.find(method, path) {
        Found::Handler(handler, parts) => handler(&parts),
        Found::NotAllowed(mut methods) => {
            methods.sort_unstable();
            format!("not allowed, but: {}", methods.join(", "))
        }
        Found::Nothing => "nothing".to_string(),
    }
}

/// Requests with what each should get.
pub fn expect(routes: &Routes, look: &str, requests: &[(&str, &str, &str)]) -> Outcome {
    for &(method, path, expected) in requests {
        let what = format!("{method} {path}");
        equal(
            &what,
            came(routes, method, path),
            expected.to_string(),
            look,
        )?;
    }
    Ok(())
}

/// A table whose handlers say their names and what they got.
pub fn table(entries: &[(&'static str, &'static str, &'static str)]) -> Routes {
    let mut routes = Routes::new();
    for &(method, pattern, name) in entries {
        routes.add(method, pattern, move |parts| format!("{name} {parts:?}"));
    }
    routes
}

/// Workers share one table. If this does not compile, there is something in `Routes` that threads
/// cannot share, such as a `Cell` or an `Rc`.
const _: fn() = || {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Routes>();
};

/// The parts of a path, after the table has gone.
pub fn keep(path: &str) -> Vec<&str> {
    let routes = table(&[("GET", "/users/{id}", "user")]);
    match routes.find("GET", path) {
        Found::Handler(_, parts) => parts, // the table ends here, the path does not: whose are the parts?
        _ => Vec::new(),
    }
}
