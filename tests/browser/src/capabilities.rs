//! The kind of browser that the checks want: Chromium as a person finds it on the first day, with an
//! empty profile. And without a network: the only host that it can reach is 127.0.0.1.

use std::path::Path;

use crate::json::quote;

const ARGUMENTS: [&str; 8] = [
    "--headless",
    "--no-sandbox", // CI runs as root, for whom Chromium's sandbox does not start
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// What a new session asks for (<https://www.w3.org/TR/webdriver2/#capabilities>). With the strategy
/// `none`, a command that opens an address does not wait until the page has come.
pub fn capabilities(profile: &Path) -> String {
    let mut arguments = vec![quote(&format!("--user-data-dir={}", profile.display()))];
    arguments.extend(ARGUMENTS.map(quote));
    format!(
        r#"{{"capabilities":{{"alwaysMatch":{{"pageLoadStrategy":"none",
            "goog:loggingPrefs":{{"browser":"ALL","performance":"ALL"}},
            "goog:chromeOptions":{{"args":[{}]}}}}}}}}"#,
        arguments.join(",")
    )
}
