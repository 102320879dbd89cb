//! A browser that runs no scripts.

use crate::book::Reader;
use crate::checks::book::keys::MODEL;

const NO_SCRIPT_RAN: [&str; 2] = [
    "!document.documentElement.matches('.js')",
    "document.querySelector('[data-runs]') === null",
];

/// The picture in place of the model, the questions, and the list of chapters.
const SHOWN: [&str; 3] = [
    "#pool-model > figure > svg",
    "main details > summary",
    "#mdbook-sidebar iframe",
];

/// The text, the still picture and the questions are there all the same.
pub fn reads_well_without_scripts() {
    let reader = Reader::start();
    let off = r#"{"value":true}"#;
    reader
        .browser
        .devtools("Emulation.setScriptExecutionDisabled", off);
    reader.open_unsettled(MODEL);
    for condition in NO_SCRIPT_RAN {
        assert!(
            reader.is(condition),
            "a script runs, since this is not so: {condition}"
        );
    }
    let has_text = "document.querySelector('main').innerText.length > 1000";
    reader.wait_until(MODEL, "there is text", has_text);
    for part in SHOWN {
        let is_shown = format!("document.querySelector('{part}').checkVisibility()");
        reader.wait_until(MODEL, "it is shown without scripts", &is_shown);
    }
}
