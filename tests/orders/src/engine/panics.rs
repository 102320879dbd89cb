//! What a panic says inside of an order goes into the story, and not to the terminal.

use super::{here, locked, spot};
use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};
use std::sync::{Mutex, Once};

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

static LAST_OF_ALL: Mutex<Option<String>> = Mutex::new(None);

static HOOK: Once = Once::new();

pub(crate) fn watch() {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| match here::is_part_of_an_order() {
            true => note(message(info)),
            false => before(info),
        }));
    });
}

/// A line of the story, unless the scheduler itself is at work.
pub(crate) fn note(message: String) {
    if let Some(me) = here::gently() {
        me.say(|| format!("panics: {message}"));
    }
    let mut last = locked(&LAST_OF_ALL);
    *last = Some(message.clone());
    LAST.set(Some(message));
}

/// What the last panic inside of an order said, of whichever thread, and where it was.
pub fn last_panic() -> Option<String> {
    let last = locked(&LAST_OF_ALL);
    last.clone()
}

pub(crate) fn message(info: &PanicHookInfo) -> String {
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = info.location().map(spot).unwrap_or_default();
    format!("{} ({place})", text.unwrap_or("a value that is no text"))
}

/// What the last panic of this thread said.
pub(crate) fn last_message() -> String {
    LAST.take().unwrap_or_else(|| "`resume_unwind`".to_string())
}
