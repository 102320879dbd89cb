//! Several tabs of one browser.

use kit::{PATIENCE, Server, Signal, fail, get};

use crate::browser::Browser;
use crate::page;
use crate::server::{self, FINISHED, POOL, lines_with, url};

/// Three tabs sleep, one worker is left, and a fourth tab gets `/` before any of them is done.
pub fn a_tab_overtakes_three_that_sleep() {
    overtake(FINISHED);
}

/// The same for the server of step 05.
pub fn a_tab_overtakes_three_that_sleep_in_step_05() {
    overtake(POOL);
}

fn overtake(step: &str) {
    let server = server::program(step).start(); // a sleep takes its full five seconds
    let browser = Browser::start();
    let sleepers = open_sleepers(&browser, &server, 3);
    let page = page::hello();
    browser.new_tab();
    browser.open(&url(&server, &page.target), page.title);
    let first = server.wait_for_log(" 200 ");
    expect_same_client(&server, &first);
    expect_sleep_pages(&browser, &sleepers);
}

/// The log says that the first reply was for the client that asked for `/`.
fn expect_same_client(server: &Server, first: &str) {
    let asked = server.wait_for_log_line("of GET /", |line| line.ends_with(" GET /"));
    let client = |line: &str| line.split(' ').nth(1).unwrap_or_default().to_string();
    if client(first) != client(&asked) {
        let log = format!("{:#?}", server.log());
        fail(
            "/sleep in three tabs, / in a fourth",
            "the reply to / first",
            &log,
            "src/main.rs",
        );
    }
}

/// Four tabs sleep, a fifth client queues for a worker, and Ctrl-C comes: each gets its page, and
/// the server ends with 0.
pub fn every_tab_gets_its_page_after_ctrl_c() {
    let mut server = server::program(FINISHED)
        .variable("SLEEP_MS", 3_000)
        .start();
    let browser = Browser::start();
    let sleepers = open_sleepers(&browser, &server, 4);
    let mut queued = server.connect();
    server.wait_for_log(&format!("{} connected", queued.name()));
    queued.send(get("/"));
    server.signal(Signal::Interrupt);
    server.wait_for_log("Stopping");
    let early = lines_with(&server, " 200 ");
    assert!(
        early.is_empty(),
        "four tabs were to sleep still when Ctrl-C came: {early:?}"
    );
    expect_sleep_pages(&browser, &sleepers);
    queued
        .reply()
        .expect_status(200, "src/main.rs: what happens to jobs that are queued?");
    assert_eq!(
        server.wait_for_exit(PATIENCE),
        Some(0),
        "the exit code after Ctrl-C"
    );
}

/// Opens `/sleep?1` and so on, each in a tab of its own, and waits until the server works on all.
fn open_sleepers(browser: &Browser, server: &Server, count: usize) -> Vec<String> {
    let open = |number| {
        let tab = if number == 1 {
            browser.tab()
        } else {
            browser.new_tab()
        };
        browser.go(&url(server, &format!("/sleep?{number}")));
        server.wait_for_log(&format!("GET /sleep?{number}"));
        tab
    };
    (1..=count).map(open).collect()
}

fn expect_sleep_pages(browser: &Browser, tabs: &[String]) {
    for tab in tabs {
        browser.switch_to(tab);
        browser.wait_for_title(page::sleep().title);
    }
}

/// What the page at `/sleep` says of browsers is true: tabs with the very same address ask one after
/// another, however many workers are free. So the third request comes after the first reply.
pub fn a_browser_asks_for_one_address_once_at_a_time() {
    let server = server::program(FINISHED)
        .variable("SLEEP_MS", 1_000)
        .start();
    let browser = Browser::start();
    let tabs: Vec<String> = (0..4).map(|_| browser.new_tab()).collect();
    for tab in &tabs {
        browser.switch_to(tab);
        browser.go(&url(&server, "/sleep"));
    }
    expect_sleep_pages(&browser, &tabs);
    let log = server.log();
    let requests = log.iter().filter(|line| line.ends_with(" GET /sleep"));
    let third = requests
        .clone()
        .nth(2)
        .map(|third| log.iter().position(|line| line == third));
    let first_reply = log.iter().position(|line| line.contains(" 200 "));
    if requests.count() != 4 || third <= Some(first_reply) {
        let expected = "four requests, the third of them after the first reply";
        fail(
            "/sleep in four tabs",
            expected,
            &format!("{log:#?}"),
            "pages/sleep.html: is it true?",
        );
    }
}
