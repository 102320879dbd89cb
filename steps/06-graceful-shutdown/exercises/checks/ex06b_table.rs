//! What the checks of exercise 06b are made of.

use trial::{Outcome, equal};

use super::super::exercise::{Found, Routes};

/// Workers share one table. If this does not compile, there is something in `Routes` that threads
/// cannot share, such as a `Cell` or an `Rc`.
const _: fn() = || {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Routes>();
};

/// A table of routes such as `GET /users/{id} user`: handlers say their names and what they got.
pub fn table(routes: &[&'static str]) -> Routes {
    let mut table = Routes::new();
    for route in routes {
        let (method, route) = route.split_once(' ').unwrap_or_default();
        let (pattern, name) = route.rsplit_once(' ').unwrap_or_default();
        table.add(method, pattern, move |parts| format!("{name} {parts:?}"));
    }
    table
}

/// What a request such as `GET /users/7` gets, in words.
pub fn came(routes: &Routes, request: &str) -> String {
    let (method, path) = request.split_once(' ').unwrap_or_default();
    match routes.find(method, path) {
        Found::Handler(handler, parts) => handler(&parts),
        Found::NotAllowed(mut methods) => {
            methods.sort_unstable();
            format!("not allowed, but: {}", methods.join(", "))
        }
        Found::Nothing => "nothing".to_string(),
    }
}

/// Requests with what each should get, such as `GET /users/7 -> user ["7"]`.
pub fn expect(routes: &Routes, look: &str, requests: &[&str]) -> Outcome {
    requests.iter().try_for_each(|request| {
        let (request, expected) = request.split_once(" -> ").unwrap_or_default();
        equal(request, came(routes, request), expected.to_string(), look)
    })
}
