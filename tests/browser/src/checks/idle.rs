//! Clients that connect and then say nothing, or not all.

use std::io::Read;

use kit::{PATIENCE, Server, fail};

use crate::browser::Browser;
use crate::server::{self, FINISHED, POOL, lines_with, url, wait_for_lines};
use crate::waiting::wait_for;
use crate::{page, tools};

/// Long enough that no silent client is let go while a check looks on.
const LONG: u32 = 60_000;

/// A browser that has never been used before gets the page, and while it holds a spare connection,
/// others are served.
pub fn fresh_browser_holds_up_nobody() {
    spare_connection_holds_up_nobody(FINISHED);
}

/// The same for the server with a pool of step 05.
pub fn fresh_browser_holds_up_nobody_in_step_05() {
    spare_connection_holds_up_nobody(POOL);
}

fn spare_connection_holds_up_nobody(step: &str) {
    let server = server::program(step).variable("HEAD_MS", LONG).start();
    let browser = Browser::start();
    let page = page::hello();
    browser.open(&url(&server, &page.target), page.title);
    page::expect_structure(&browser, &page);
    open_spare_connections(&browser);
    let spare = wait_for_silent_client(&server);
    expect_quick_page(&server, "curl, while the browser holds a spare connection");
    let said = lines_with(&server, &spare);
    assert_eq!(
        said.len(),
        1,
        "the spare connection was to stay silent all the while: {said:?}"
    );
}

/// Whether Chromium opens one by itself depends on what it guesses. `preconnect` makes it certain.
fn open_spare_connections(browser: &Browser) {
    browser.script(
        "const link = document.createElement('link');
         link.rel = 'preconnect'; link.href = '/'; document.head.append(link);",
    );
}

/// Waits until somebody is connected of whom there is no further line in the log.
fn wait_for_silent_client(server: &Server) -> String {
    let find = || {
        let connected = lines_with(server, " connected").into_iter();
        let mut names = connected.map(|line| line.replace("connected", ""));
        names.find(|name| lines_with(server, name).len() == 1)
    };
    wait_for(PATIENCE, find).unwrap_or_else(|| {
        let log = format!("{:#?}", server.log());
        fail(
            "preconnect",
            "a connection on which nothing is said",
            &log,
            "is it still done so?",
        )
    })
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

/// Ten times `nc` that say nothing: others are served, and in the end each is told so.
pub fn idle_clients_hold_up_nobody() {
    let server = server::program(FINISHED).variable("HEAD_MS", 2_000).start();
    let port = server.address().port().to_string();
    let words = ["nc", "127.0.0.1", &port];
    let mut idle: Vec<_> = (0..10).map(|_| tools::start(&words)).collect();
    wait_for_lines(&server, " connected", 10);
    expect_quick_page(&server, "curl, while ten times nc say nothing");
    wait_for_lines(&server, " 408 ", 10);
    for nc in &mut idle {
        let mut reply = [0; 13];
        let came = nc.stdout.take().map(|mut output| output.read(&mut reply));
        tools::end(nc);
        assert_eq!(reply, *b"HTTP/1.1 408 ", "what nc is told; {came:?}");
    }
}
