//! What is expected of each page, whatever is on it.

use kit::{Server, fail};

use crate::browser::Browser;
use crate::json::Json;
use crate::server::{lines_with, url};

/// A page, where to find it, and what it must have.
pub struct Page {
    pub name: &'static str,
    pub target: String,
    pub title: &'static str,
    pub heading: &'static str,
    pub status: u16,
}

pub fn hello() -> Page {
    Page {
        name: "hello",
        target: "/".to_string(),
        title: "Hello from your web server",
        heading: "Hello. This page is yours.",
        status: 200,
    }
}

pub fn not_found() -> Page {
    Page {
        name: "not-found",
        target: "/nowhere".to_string(),
        title: "404 Not Found",
        heading: "There is no page here.",
        status: 404,
    }
}

pub fn sleep() -> Page {
    Page {
        name: "sleep",
        target: "/sleep?1".to_string(),
        title: "Good morning from your web server",
        heading: "Five seconds of sleep.",
        status: 200,
    }
}

/// The error page that an address can lead to: one of 9,000 characters is too long.
pub fn error() -> Page {
    Page {
        name: "error",
        target: format!("/{}", "x".repeat(9_000)),
        title: "414 URI Too Long",
        heading: "414 URI Too Long",
        status: 414,
    }
}

/// `lang`, one `h1`, one `main`.
pub fn expect_structure(browser: &Browser, page: &Page) {
    let found = browser.script(include_str!("scripts/structure.js"));
    let expected = format!("lang en, h1 [{}], main 1", page.heading);
    if found.text() != expected {
        fail(
            &shown(page),
            &expected,
            found.text(),
            "the page in pages/, and its top.html",
        );
    }
}

/// The console says what the status of the page was, and nothing else.
pub fn expect_quiet_console(browser: &Browser, page: &Page, server: &Server) {
    let address = url(server, &page.target);
    let status = format!("the server responded with a status of {} ", page.status);
    let is_expected = |message: &str| {
        page.status >= 400 && message.starts_with(&address) && message.contains(&status)
    };
    for entry in browser.log("browser") {
        let message = entry.at("message").text();
        if !is_expected(message) {
            fail(
                &shown(page),
                "no error in the console",
                message,
                "what the page refers to",
            );
        }
    }
}

/// The page itself is all that is asked for: here, and anywhere else.
pub fn expect_one_request(browser: &Browser, page: &Page, server: &Server) {
    let address = url(server, &page.target);
    let asked = requested(&browser.log("performance"));
    if asked != [address] {
        let came = format!("{asked:.200?}");
        fail(
            &shown(page),
            "one request: that of the page",
            &came,
            "what the page refers to",
        );
    }
    // Chromium does not report its request for an icon as one of the page. The server sees it.
    let icons = lines_with(server, "favicon");
    if !icons.is_empty() {
        let came = format!("{icons:?}");
        fail(
            &shown(page),
            "no request for an icon",
            &came,
            "the icon in pages/top.html",
        );
    }
}

/// The addresses in a performance log. Not those that contain what they name (`data:`), nor those
/// of the empty tab that Chromium starts with, which is a page of its own making (`chrome:`).
pub fn requested(log: &[Json]) -> Vec<String> {
    let messages = log
        .iter()
        .filter_map(|entry| Json::read(entry.at("message").text()));
    let events = messages.map(|message| message.at("message").clone());
    events
        .filter(|event| event.at("method").text() == "Network.requestWillBeSent")
        .map(|event| {
            event
                .at("params")
                .at("request")
                .at("url")
                .text()
                .to_string()
        })
        .filter(|url| !url.starts_with("data:") && !url.starts_with("chrome:"))
        .collect()
}

fn shown(page: &Page) -> String {
    format!("GET {:.60}", page.target)
}
