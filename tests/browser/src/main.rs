//! Lets real clients at the finished server: Chromium, curl, ab and nc.
//!
//! `cargo run -p browser` runs every check, `cargo run -p browser -- curl` those with `curl` in
//! their name.

mod base64;
mod browser;
mod capabilities;
mod checks;
mod driver;
mod json;
mod look;
mod page;
mod server;
mod tools;
mod waiting;

use std::io::{self, Write};
use std::panic;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

use checks::{curl, idle, keyboard, load, pages, protocols, tabs};

type Check = (&'static str, fn());

const CHECKS: [Check; 26] = [
    (
        "browser: fresh ones hold up nobody",
        idle::fresh_browsers_hold_up_nobody,
    ),
    (
        "browser: fresh ones hold up nobody, step 05",
        idle::fresh_browsers_hold_up_nobody_in_step_05,
    ),
    (
        "browser: a late spare connection harms nobody",
        idle::late_spare_connection_harms_nobody,
    ),
    ("browser: the page at /", pages::hello_is_well),
    ("browser: the page at /nowhere", pages::not_found_is_well),
    ("browser: the page at /sleep?1", pages::sleep_is_well),
    ("browser: the page of an error", pages::error_is_well),
    (
        "browser: links work by keyboard",
        keyboard::links_work_by_keyboard,
    ),
    (
        "browser: a tab overtakes three that sleep",
        tabs::a_tab_overtakes_three_that_sleep,
    ),
    (
        "browser: a tab overtakes three that sleep, step 05",
        tabs::a_tab_overtakes_three_that_sleep_in_step_05,
    ),
    (
        "browser: every tab gets its page after Ctrl-C",
        tabs::every_tab_gets_its_page_after_ctrl_c,
    ),
    (
        "browser: one address once at a time",
        tabs::a_browser_asks_for_one_address_once_at_a_time,
    ),
    ("curl: GET", curl::get),
    ("curl: HEAD", curl::head),
    ("curl: HTTP/1.0", curl::http_1_0),
    ("curl: a query", curl::query),
    ("curl: a whole URL, as for a proxy", curl::absolute_form),
    ("curl: POST", curl::post),
    ("curl: a long body, announced", curl::long_body_announced),
    ("curl: a long body, at once", curl::long_body_at_once),
    ("curl: HTTP/2 is refused", protocols::http_2_is_refused),
    ("curl: https is refused", protocols::https_is_refused),
    ("ab: 2,000 requests, 64 at once", load::ab_gets_every_reply),
    ("ab: long bodies", load::ab_can_send_long_bodies),
    ("nc: half a request", idle::half_a_request_costs_nothing),
    ("nc: ten idle clients", idle::idle_clients_hold_up_nobody),
];

/// What the last panic said. A check fails by a panic, and its message is printed after its name.
static MESSAGE: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let checks: Vec<Check> = CHECKS
        .into_iter()
        .filter(|(name, _)| name.contains(&wanted))
        .collect();
    if let Some(problem) = tools::missing().or_else(|| server::build().err()) {
        println!("{problem}");
        return close(0, checks.len());
    }
    panic::set_hook(Box::new(|panic| {
        if let Ok(mut message) = MESSAGE.lock() {
            *message = panic.to_string();
        }
    }));
    let passed = checks.iter().filter(|check| passes(check)).count();
    close(passed, checks.len() - passed)
}

fn passes((name, check): &Check) -> bool {
    print!("{name} ... ");
    let _ = io::stdout().flush();
    let start = Instant::now();
    let result = panic::catch_unwind(check);
    let time = start.elapsed();
    match &result {
        Ok(()) => println!("ok ({time:.1?})"),
        Err(_) => println!(
            "FAILED ({time:.1?})\n{}\n",
            MESSAGE.lock().map(|m| m.clone()).unwrap_or_default()
        ),
    }
    result.is_ok()
}

fn close(passed: usize, failed: usize) -> ExitCode {
    println!("\n{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
