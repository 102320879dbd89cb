//! The model of the pool: played by the page's own buttons.

use kit::fail;

use super::keys::MODEL;
use crate::book::Reader;
use crate::json::quote;

/// The model, and the reader who plays with it.
pub struct Model {
    pub reader: Reader,
}

impl Model {
    pub fn open() -> Model {
        let reader = Reader::start();
        reader.open(MODEL);
        Model { reader }
    }

    /// Starts anew: so many workers, room for so many jobs, and these boxes ticked.
    pub fn anew(&self, workers: u32, room: u32, boxes: &[&str]) {
        for (id, value) in [("size", workers), ("room", room)] {
            self.on(id, &format!("value = {value}"));
            self.on(id, "dispatchEvent(new Event('change'))");
        }
        for id in ["keep-lock", "panic-kills"] {
            self.on(id, &format!("checked = {}", boxes.contains(&id)));
        }
        self.click("reset", 1);
    }

    fn on(&self, id: &str, action: &str) {
        let id = quote(&format!("pool-{id}"));
        self.reader
            .browser
            .script(&format!("document.getElementById({id}).{action}"));
    }

    pub fn click(&self, id: &str, times: u32) {
        (0..times).for_each(|_| self.on(id, "click()"));
    }

    /// So many clients of a kind connect.
    pub fn send(&self, kind: &str, count: u32) {
        self.click(&format!("send-{kind}"), count);
    }

    /// Lets time go by until this tick.
    pub fn until(&self, tick: u32) {
        let now = self.text("tick");
        let now = now
            .trim_start_matches("Tick ")
            .trim_end_matches('.')
            .parse();
        self.click("step", tick - now.unwrap_or(tick));
        self.expect("tick", &format!("Tick {tick}."));
    }

    /// What is shown at a place; of a list, the clients or workers that are in it.
    pub fn text(&self, id: &str) -> String {
        let script = include_str!("../../scripts/book/model-text.js");
        let text = self.reader.browser.script(&script.replace("ID", id));
        text.text().to_string()
    }

    #[track_caller]
    pub fn expect(&self, id: &str, expected: &str) {
        let came = self.text(id);
        if came != expected {
            let sent = format!("{MODEL}, pool-{id} at {}", self.text("tick"));
            fail(&sent, expected, &came, "book/assets/model.js");
        }
    }
}
