//! Each page, as a browser shows it.

use crate::browser::Browser;
use crate::page::{self, Page};
use crate::problems::expect_none;
use crate::server::{self, url};
use crate::{axe, look, server::FINISHED};

pub fn hello_is_well() {
    expect_well(&page::hello());
}

pub fn not_found_is_well() {
    expect_well(&page::not_found());
}

pub fn sleep_is_well() {
    expect_well(&page::sleep());
}

pub fn error_is_well() {
    expect_well(&page::error());
}

fn expect_well(page: &Page) {
    let server = server::program(FINISHED).variable("SLEEP_MS", 200).start();
    let browser = Browser::start();
    browser.log("performance"); // whatever the start itself has asked for
    browser.open(&url(&server, &page.target), page.title);
    page::expect_structure(&browser, page);
    axe::load(&browser);
    for scheme in look::SCHEMES {
        look::prefer(&browser, scheme);
        expect_no_barrier(&browser, page.name, scheme);
        look::expect_contrast(&browser, page.name, scheme);
        for width in look::WIDTHS {
            look::resize(&browser, width, 800);
            look::expect_no_overflow(&browser, page.name, width);
            look::save_picture(&browser, page.name, scheme, width);
        }
    }
    page::expect_quiet_console(&browser, page, &server);
    page::expect_one_request(&browser, page, &server);
}

/// axe sees nothing that hinders people.
fn expect_no_barrier(browser: &Browser, name: &str, scheme: &str) {
    let (what, problems) = (
        format!("axe, the page {name}, {scheme}"),
        axe::problems(browser),
    );
    expect_none(
        &what,
        "nothing serious",
        &problems,
        "the page in pages/, and its top.html",
    );
}
