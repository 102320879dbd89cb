//! The page at `/` without a mouse.

use kit::{Server, fail};

use crate::browser::Browser;
use crate::keys::{ENTER, TAB};
use crate::page;
use crate::server::{self, FINISHED, url};

/// Tab reaches each link in its order, the focus shows, and Enter follows the link.
pub fn links_work_by_keyboard() {
    let server = server::program(FINISHED).variable("SLEEP_MS", 200).start();
    let browser = Browser::start();
    let page = page::hello();
    browser.open(&url(&server, &page.target), page.title);
    let links = browser.script("return [...document.links].map((a) => a.getAttribute('href'))");
    let links: Vec<&str> = links.list().iter().map(|link| link.text()).collect();
    if links != ["/nowhere", "/sleep?1", "/panic"] {
        let came = format!("{links:?}");
        fail(
            "GET /",
            "links to /nowhere, /sleep?1 and /panic",
            &came,
            "pages/hello.html",
        );
    }
    for (number, link) in links.iter().enumerate() {
        expect_reached(&browser, &server, link, number + 1);
    }
}

fn expect_reached(browser: &Browser, server: &Server, link: &str, presses: usize) {
    let page = page::hello();
    browser.open(&url(server, &page.target), page.title);
    for _ in 0..presses {
        browser.press(TAB);
    }
    let focus = browser.script(include_str!("../scripts/focus.js"));
    if focus.at("link").text() != link || !focus.at("isVisible").is_true() {
        fail(
            &format!("Tab, {presses} times, on /"),
            &format!("the focus at {link}, with a visible outline"),
            &format!("{focus:?}"),
            "a:focus-visible in pages/top.html",
        );
    }
    browser.press(ENTER);
    server.wait_for_log(&format!("GET {link}"));
}
