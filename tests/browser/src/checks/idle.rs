//! Clients that connect and then say nothing, or not all.

use std::thread;

use kit::{PATIENCE, Server, fail};

use crate::browser::Browser;
use crate::server::{self, FINISHED, POOL, lines_with, url, wait_for_lines};
use crate::waiting::wait_for;
use crate::{page, tools};

/// Long enough that no silent client is let go while a check looks on.
const LONG: u32 = 60_000;

/// So many silent clients would be enough to stop a server whose workers wait for them.
const WORKERS: usize = 4;

/// A browser that has never been used before gets the page. And while the spare connections of
/// browsers are as many as the workers, others are served.
pub fn fresh_browsers_hold_up_nobody() {
    spare_connections_hold_up_nobody(FINISHED);
}

/// The same for the server with a pool of step 05.
pub fn fresh_browsers_hold_up_nobody_in_step_05() {
    spare_connections_hold_up_nobody(POOL);
}

fn spare_connections_hold_up_nobody(step: &str) {
    let server = server::program(step).variable("REQUEST_MS", LONG).start();
    let mut browsers = Vec::new();
    while silent_clients(&server) < WORKERS {
        assert!(
            browsers.len() < WORKERS,
            "these browsers open no spare connections"
        );
        browsers.push(open_fresh_browser(&server));
        let wanted = WORKERS.min(browsers.len());
        let opened = wait_for(PATIENCE, || {
            (silent_clients(&server) >= wanted).then_some(())
        });
        assert!(opened.is_some(), "no spare connection: {:#?}", server.log());
    }
    expect_quick_page(&server, "curl, while browsers hold spare connections");
    let silent = silent_clients(&server);
    assert!(
        silent >= WORKERS,
        "spare connections were used: {:#?}",
        server.log()
    );
}

/// A spare connection that has been told 408 is not taken for the reply to the next request.
pub fn late_spare_connection_harms_nobody() {
    let server = server::program(FINISHED)
        .variable("REQUEST_MS", 500)
        .start();
    let browser = open_fresh_browser(&server);
    server.wait_for_log(" 408 ");
    let page = page::not_found();
    browser.open(&url(&server, &page.target), page.title);
    page::expect_structure(&browser, &page);
}

/// Chromium opens a spare connection by itself, as a rule: who asked once may ask again. A page can
/// make it certain by `preconnect`, once for requests with cookies and once for those without.
fn open_fresh_browser(server: &Server) -> Browser {
    let browser = Browser::start();
    let page = page::hello();
    browser.open(&url(server, &page.target), page.title);
    page::expect_structure(&browser, &page);
    browser.script(include_str!("../scripts/preconnect.js"));
    browser
}

/// How many are connected of whom there is no further line in the log.
fn silent_clients(server: &Server) -> usize {
    let connected = lines_with(server, " connected").into_iter();
    let names = connected.map(|line| line.replace("connected", ""));
    names
        .filter(|name| lines_with(server, name).len() == 1)
        .count()
}

/// curl has the page within 250 ms. Of five tries one is enough: this machine may have slowed one.
fn expect_quick_page(server: &Server, who: &str) {
    let address = url(server, "/");
    let words = ["curl", "-sS", "--fail", "--max-time", "0.25", &address];
    let tries: Vec<_> = (0..5).map(|_| tools::run(&words)).collect();
    if !tries
        .iter()
        .any(|ran| ran.code == Some(0) && ran.output.contains("</html>"))
    {
        let came = &tries[0].errors;
        fail(
            who,
            "the page within 250 ms",
            came,
            "who holds a worker, or the lock, meanwhile?",
        );
    }
}

/// `nc` sends half a request and goes: it gets no reply, and the server serves on.
pub fn half_a_request_costs_nothing() {
    let server = server::start();
    let port = server.address().port().to_string();
    let half = b"GET / HTTP/1.1\r\nHost: loc".to_vec();
    let ran = tools::run_with_input(&["nc", "-N", "127.0.0.1", &port], half);
    assert_eq!(
        (ran.code, ran.output.as_str()),
        (Some(0), ""),
        "a clean end and no reply"
    );
    server.wait_for_log("let go: the client closed the connection before its request was complete");
    server.serves_on();
}

/// Ten times `nc` that say nothing: others are served, and in the end each is told that it was too
/// slow. (`-d`: nc does not look at its standard input, and ends when the server has ended.)
pub fn idle_clients_hold_up_nobody() {
    let server = server::program(FINISHED)
        .variable("REQUEST_MS", 2_000)
        .start();
    let port = server.address().port().to_string();
    thread::scope(|scope| {
        let talk = || tools::run(&["nc", "-d", "127.0.0.1", &port]);
        let idle: Vec<_> = (0..10).map(|_| scope.spawn(talk)).collect();
        wait_for_lines(&server, " connected", 10);
        expect_quick_page(&server, "curl, while ten times nc say nothing");
        assert_eq!(
            silent_clients(&server),
            10,
            "curl was to come before a deadline has passed"
        );
        for nc in idle {
            let ran = nc.join().expect("nc ends");
            let is_told = ran.output.starts_with("HTTP/1.1 408 ") && ran.output.contains("</html>");
            assert!(is_told, "what nc is told: {:?}", ran.output);
        }
    });
}
