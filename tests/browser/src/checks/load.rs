//! Very many clients.

use kit::fail;

use crate::server::{self, url};
use crate::tools;

/// `ab` asks 2,000 times, 64 times at once, and opens connections besides that it never uses.
pub fn ab_gets_every_reply() {
    let server = server::start();
    server.serves_on();
    let before = server.meter().threads;
    let address = url(&server, "/");
    let words = ["ab", "-q", "-n", "2000", "-c", "64", &address];
    let ran = tools::run(&words);
    let report: Vec<String> = ran.output.lines().map(without_spaces).collect();
    let says = |line: &str| report.iter().any(|other| other == line);
    let has_errors = report.iter().any(|line| line.starts_with("Non-2xx"));
    if !says("Complete requests: 2000") || !says("Failed requests: 0") || has_errors {
        let came = format!("{}{}", ran.output, ran.errors);
        fail(
            &words.join(" "),
            "2000 complete, 0 failed, each 200",
            &came,
            "src/connection.rs",
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

fn without_spaces(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
