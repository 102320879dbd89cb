//! What is printed, and in which colour.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process;
use std::sync::OnceLock;

#[derive(Clone, Copy)]
pub enum Colour {
    Red = 31,
    Green = 32,
    Yellow = 33,
}

/// Prints lines. If nobody reads them any more, there is nothing left to do.
pub fn say(text: &str) {
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    if written.is_err() {
        process::exit(1);
    }
}

/// Colour says nothing that the words do not say.
pub fn paint(colour: Colour, text: &str) -> String {
    if has_colour() {
        format!("\x1b[{}m{text}\x1b[0m", colour as u8)
    } else {
        text.to_string()
    }
}

pub fn has_colour() -> bool {
    static HAS: OnceLock<bool> = OnceLock::new();
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    *HAS.get_or_init(|| {
        // The old console of Windows shows the codes as they are.
        let knows_codes = !cfg!(windows) || is_set("WT_SESSION") || is_set("TERM_PROGRAM");
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        io::stdout().is_terminal() && !is_set("NO_COLOR") && knows_codes && !is_dumb
    })
}
