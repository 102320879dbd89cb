//! Which request gets which reply.

use crate::request::Request;
use crate::response::{Response, Status};

/// Methods that are known, and not allowed here (RFC 9110, section 9.1, and RFC 5789).
const METHODS: [&str; 7] = [
    "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
];

/// The reply to a valid request.
pub fn answer(request: &Request) -> Response {
    match request.method() {
        "GET" | "HEAD" => match request.path() {
            "/" => hello(),
            _ => Response::page(Status::NotFound, include_str!("../pages/not-found.html")),
        },
        method if METHODS.contains(&method) => Response::error(
            Status::MethodNotAllowed,
            "only GET and HEAD are allowed here",
        )
        .with_header("Allow", "GET, HEAD"),
        _ => Response::error(Status::NotImplemented, "no page here knows the method"),
    }
}

fn hello() -> Response {
    Response::page(Status::Ok, include_str!("../pages/hello.html"))
}
