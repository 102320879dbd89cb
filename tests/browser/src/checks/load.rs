//! Very many clients, and clients that send much.

use std::fs;

use kit::fail;

use crate::server::{self, target_folder, url};
use crate::tools::{self, Ran};

/// `ab` asks 2,000 times, 64 times at once, and opens connections besides that it never uses.
pub fn ab_gets_every_reply() {
    let server = server::start();
    server.serves_on();
    let before = server.meter().threads;
    let words = ["ab", "-q", "-n", "2000", "-c", "64", &url(&server, "/")];
    let ran = tools::run(&words);
    expect_lines(
        &ran,
        &words,
        &["Complete requests: 2000", "Failed requests: 0"],
    );
    if ran.output.contains("Non-2xx") {
        fail(
            &words.join(" "),
            "each reply a page",
            &ran.output,
            "src/router.rs",
        );
    }
    server.serves_on();
    let after = server.meter().threads;
    assert_eq!(
        after,
        before,
        "as many threads after {} as before",
        words.join(" ")
    );
}

/// `ab` posts 50 times a body of 1 MiB. Other than curl, it writes a whole body before it reads. If
/// the server does not take it all, that is a reset, and the reply is lost.
pub fn ab_can_send_long_bodies() {
    let body = target_folder().join("browser-body");
    fs::write(&body, vec![b'x'; 1024 * 1024]).expect("the target folder can be written to");
    let body = body.display().to_string();
    let server = server::start();
    let address = url(&server, "/");
    let words = [
        "ab", "-q", "-s", "10", "-n", "50", "-c", "4", "-p", &body, &address,
    ];
    let ran = tools::run(&words);
    let lines = [
        "Complete requests: 50",
        "Failed requests: 0",
        "Non-2xx responses: 50",
    ];
    expect_lines(&ran, &words, &lines);
    server.serves_on();
}

/// The report of `ab` has all of these lines.
fn expect_lines(ran: &Ran, words: &[&str], lines: &[&str]) {
    let without_spaces = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let report: Vec<String> = ran.output.lines().map(without_spaces).collect();
    let has_all = lines
        .iter()
        .all(|line| report.iter().any(|other| other == line));
    if ran.code != Some(0) || !has_all {
        let came = format!("{}{}", ran.output, ran.errors);
        fail(
            &words.join(" "),
            &lines.join(", "),
            &came,
            "src/connection.rs",
        );
    }
}
