//! A running Chromium, and what a person does with it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use kit::fail;

use crate::capabilities::capabilities;
use crate::driver::Driver;
use crate::json::{Json, quote};
use crate::waiting::wait_for;

/// How long a page may take that should come at once.
const PATIENCE: Duration = Duration::from_secs(30);

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A running browser. When this value is dropped, it is ended and its profile removed.
pub struct Browser {
    driver: Driver,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// Starts one. Commands do not wait until a page is loaded: a check says what it waits for.
    pub fn start() -> Browser {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("browser-check-{}-{number}", process::id());
        let mut browser = Browser {
            driver: Driver::start(),
            session: String::new(),
            profile: env::temp_dir().join(name),
        };
        let wanted = capabilities(&browser.profile);
        let created = browser.driver.command("POST", "/session", &wanted);
        browser.session = format!("/session/{}", created.at("sessionId").text());
        // The tab that is there still loads a page of Chromium's own, which could replace ours.
        browser.new_tab();
        browser
    }

    fn get(&self, path: &str) -> Json {
        self.driver
            .command("GET", &format!("{}/{path}", self.session), "")
    }

    fn post(&self, path: &str, body: &str) -> Json {
        self.driver
            .command("POST", &format!("{}/{path}", self.session), body)
    }

    /// Types an address and presses Enter.
    pub fn go(&self, url: &str) {
        self.post("url", &format!(r#"{{"url":{}}}"#, quote(url)));
    }

    /// Opens an address and waits until the page with this title is loaded.
    pub fn open(&self, url: &str, title: &str) {
        self.go(url);
        self.wait_for_title(title);
    }

    /// Waits until the page with this title is loaded, subresources and all.
    pub fn wait_for_title(&self, title: &str) {
        let expected = format!("complete {title}");
        let script = "return document.readyState + ' ' + document.title";
        let mut came = String::new();
        let is_loaded = || {
            // Chromium may run no script while it waits for a server. So an error is a state, too.
            came = match self.try_script(script) {
                Ok(state) => state.text().to_string(),
                Err(problem) => problem,
            };
            (came == expected).then_some(())
        };
        if wait_for(PATIENCE, is_loaded).is_none() {
            let look_at = "does the server's log show the request?";
            fail("a browser that wants a page", &expected, &came, look_at);
        }
    }

    /// Runs JavaScript in the page, and returns what it returns.
    pub fn script(&self, script: &str) -> Json {
        let result = self.try_script(script);
        result.unwrap_or_else(|problem| panic!("{problem}, and that for {script:.300}"))
    }

    /// The same, or why it does not run.
    pub fn try_script(&self, script: &str) -> Result<Json, String> {
        let path = format!("{}/execute/sync", self.session);
        let body = format!(r#"{{"script":{},"args":[]}}"#, quote(script));
        self.driver.try_command("POST", &path, &body)
    }

    /// A command of Chromium's own protocol, for what WebDriver has none.
    pub fn devtools(&self, command: &str, parameters: &str) -> Json {
        let body = format!(r#"{{"cmd":{},"params":{parameters}}}"#, quote(command));
        self.post("goog/cdp/execute", &body)
    }

    /// Presses a key and lets it go.
    pub fn press(&self, key: char) {
        let key = quote(&key.to_string());
        self.post(
            "actions",
            &format!(
                r#"{{"actions":[{{"type":"key","id":"keyboard","actions":[
                {{"type":"keyDown","value":{key}}},{{"type":"keyUp","value":{key}}}]}}]}}"#
            ),
        );
    }

    /// What is new in a log: `browser` is that of the console, `performance` that of the network.
    pub fn log(&self, kind: &str) -> Vec<Json> {
        let log = self.post("se/log", &format!(r#"{{"type":"{kind}"}}"#));
        log.list().to_vec()
    }

    /// The tab that is in front.
    pub fn tab(&self) -> String {
        self.get("window").text().to_string()
    }

    /// Opens a new tab and brings it to the front.
    pub fn new_tab(&self) -> String {
        let tab = self.post("window/new", r#"{"type":"tab"}"#);
        let tab = tab.at("handle").text().to_string();
        self.switch_to(&tab);
        tab
    }

    /// Brings a tab to the front.
    pub fn switch_to(&self, tab: &str) {
        self.post("window", &format!(r#"{{"handle":{}}}"#, quote(tab)));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            // This ends Chromium; ending chromedriver alone would leave it running. It must not
            // panic: a check that fails is a panic already, and a second one ends the program.
            let _ = self.driver.try_command("DELETE", &self.session, "");
        }
        let _ = fs::remove_dir_all(&self.profile);
    }
}
