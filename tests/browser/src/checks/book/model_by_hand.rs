//! The model of the pool, without a mouse.

use super::keys::MODEL;
use super::model::Model;
use crate::keys::{DOWN, ENTER, RIGHT};

/// Enter and Space press its buttons; arrow keys choose in its lists and do not turn the page.
pub fn works_by_keyboard() {
    let model = Model::open();
    press(&model, "send-silent", ENTER);
    press(&model, "step", ' ');
    model.expect("silent", "1");
    press(&model, "stop", ENTER);
    model.expect("main", "has closed the listener");
    press(&model, "step", ENTER);
    model.expect("said", "Worker 2 takes client 1.");
    press(&model, "step", ENTER);
    model.expect("late", "1");
    model.expect("main", "has ended");
    press(&model, "size", DOWN);
    model.expect("workers", "recv, lock, lock, lock, lock");
    press(&model, "keep-lock", ' ');
    assert!(
        model.reader.is("document.activeElement.checked"),
        "Space ticks no box"
    );
    expect_to_play(&model);
    expect_page_turned(&model, "size", false);
    expect_page_turned(&model, "step", true);
}

/// An arrow key asks for the next page, or does not.
fn expect_page_turned(model: &Model, id: &str, expected: bool) {
    let script =
        "window.isTurned = false; navigation.onnavigate = () => { window.isTurned = true; }";
    model.reader.browser.script(script);
    press(model, id, RIGHT);
    // A page that is turned may be gone, and its variable with it.
    let came = !model.reader.is("window.isTurned === false");
    assert_eq!(
        came, expected,
        "whether an arrow key at pool-{id} turns the page"
    );
}

fn press(model: &Model, id: &str, key: char) {
    let focus = format!("document.getElementById('pool-{id}').focus()");
    model.reader.browser.script(&focus);
    model.reader.browser.press(key);
}

/// Time goes by itself after Play, and stands after Pause.
fn expect_to_play(model: &Model) {
    press(model, "reset", ENTER);
    press(model, "play", ENTER);
    model.expect("play", "Pause");
    let plays = "parseInt(document.getElementById('pool-tick').textContent.slice(5)) > 1";
    model.reader.wait_until(MODEL, "time goes by", plays);
    press(model, "play", ENTER);
    model.expect("play", "Play");
}
