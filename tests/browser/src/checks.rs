//! The checks, one file for each kind of client, and a folder for the book.

pub mod book;
pub mod curl;
pub mod idle;
pub mod keyboard;
pub mod load;
pub mod pages;
pub mod protocols;
pub mod tabs;

/// What a check is called, and the check. It fails by a panic.
pub type Check = (&'static str, fn());

const SERVER: [Check; 26] = [
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

/// The checks with this in their name.
pub fn wanted(name: &str) -> Vec<Check> {
    if name == "pictures" {
        return book::PICTURES.to_vec();
    }
    let mut checks = [&SERVER[..], &book::CHECKS].concat();
    checks.retain(|(check, _)| check.contains(name));
    checks
}
