//! Which request gets which reply.

use crate::request::Request;
use crate::response::{Response, Status};

/// Methods that a server knows, though it may not allow them (RFC 9110, section 9.1, and RFC 5789).
const METHODS: [&str; 9] = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
];

/// The reply to a valid request.
pub fn answer(request: &Request) -> Response {
    let response = match (request.method(), handler(request.path())) {
        ("GET" | "HEAD", Some(handler)) => handler(),
        (method, _) if !METHODS.contains(&method) => Response::error(
            Status::NotImplemented,
            "No resource of this server knows the method.",
        ),
        (_, Some(_)) => Response::error(
            Status::MethodNotAllowed,
            "This page can only be read: GET or HEAD.",
        )
        .with_header("Allow", "GET, HEAD"),
        (_, None) => Response::page(
            Status::NotFound,
            concat!(
                include_str!("../pages/top.html"),
                include_str!("../pages/not-found.html")
            ),
        ),
    };
    if request.method() == "HEAD" {
        response.without_body()
    } else {
        response
    }
}

fn handler(path: &str) -> Option<fn() -> Response> {
    match path {
        "/" => Some(hello),
        _ => None,
    }
}

fn hello() -> Response {
    let page = concat!(
        include_str!("../pages/top.html"),
        include_str!("../pages/hello.html")
    );
    Response::page(Status::Ok, page)
}
