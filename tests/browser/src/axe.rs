//! axe-core: the rules of accessibility that a program can check
//! (<https://github.com/dequelabs/axe-core>).

use std::fs;
use std::sync::OnceLock;

use crate::browser::Browser;
use crate::needed;

/// Puts axe into the page that is open. Every page needs it anew.
pub fn load(browser: &Browser) {
    static AXE: OnceLock<String> = OnceLock::new();
    let axe = AXE.get_or_init(|| {
        let path = needed::axe().expect("it was looked for at the start");
        fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
    });
    browser.script(axe);
}

/// What is seriously wrong, by all rules.
pub fn problems(browser: &Browser) -> Vec<String> {
    run(browser, "html", "{}")
}

/// What is seriously wrong, by all rules but the one for colours.
pub fn problems_but_colors(browser: &Browser) -> Vec<String> {
    run(
        browser,
        "html",
        "{ rules: { 'color-contrast': { enabled: false } } }",
    )
}

/// What is too faint in the text of a page.
pub fn faint_texts(browser: &Browser) -> Vec<String> {
    run(browser, "main", "{ runOnly: ['color-contrast'] }")
}

fn run(browser: &Browser, part: &str, options: &str) -> Vec<String> {
    let script = include_str!("scripts/axe.js")
        .replace("OPTIONS", options)
        .replace("PART", part);
    let found = browser.script(&script);
    found
        .list()
        .iter()
        .map(|problem| problem.text().to_string())
        .collect()
}
