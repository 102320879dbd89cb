//! A browser with the book in it.

use std::time::Duration;

use kit::fail;

use super::site;
use crate::browser::Browser;
use crate::json::quote;
use crate::look;
use crate::waiting::wait_for;

/// How long a page may take: that for printing holds the whole book.
const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody who reads the book.
pub struct Reader {
    pub browser: Browser,
}

impl Reader {
    /// A reader at a desk, whose system prefers light.
    pub fn start() -> Reader {
        let browser = Browser::start();
        look::prefer(&browser, "light");
        look::resize(&browser, look::WIDTHS[1], 800);
        Reader { browser }
    }

    /// Opens a page and waits until it is there, laid out and with its fonts.
    pub fn open(&self, page: &str) {
        self.open_unsettled(page);
        self.settle();
    }

    /// Opens a page and waits until it is loaded.
    pub fn open_unsettled(&self, page: &str) {
        // The page that is left may be the same one, and answers questions until it has gone.
        self.browser.script("window.isLeft = true");
        self.browser.go(&site().url(page));
        self.wait_until(
            page,
            "is loaded",
            "!window.isLeft && document.readyState === 'complete'",
        );
    }

    /// Waits until a page's scripts have looked at what is laid out, which they do when it is drawn.
    pub fn settle(&self) {
        self.browser
            .script(include_str!("../scripts/book/settle.js"));
    }

    /// Waits until this JavaScript is true.
    pub fn wait_until(&self, page: &str, expected: &str, condition: &str) {
        let script = format!("return {condition}");
        let is_so = || {
            let answer = self.browser.try_script(&script);
            answer.is_ok_and(|answer| answer.is_true()).then_some(())
        };
        if wait_for(PATIENCE, is_so).is_none() {
            let came = self
                .browser
                .script("return location.pathname + ' ' + document.readyState");
            fail(page, expected, came.text(), condition);
        }
    }

    /// Whether this JavaScript is true.
    pub fn is(&self, condition: &str) -> bool {
        self.browser
            .script(&format!("return {condition}"))
            .is_true()
    }

    /// Chooses a theme, as the menu of themes does.
    pub fn choose_theme(&self, theme: &str) {
        let id = quote(&format!("mdbook-theme-{theme}"));
        self.browser
            .script(&format!("document.getElementById({id}).click()"));
        let class = quote(theme);
        assert!(
            self.is(&format!(
                "document.documentElement.classList.contains({class})"
            )),
            "the book has no theme {theme}"
        );
    }

    /// The texts that a script returns.
    pub fn texts(&self, script: &str) -> Vec<String> {
        let texts = self.browser.script(script);
        texts
            .list()
            .iter()
            .map(|text| text.text().to_string())
            .collect()
    }
}
