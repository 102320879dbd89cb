//! What is printed, and in which colour.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process;

#[derive(Clone, Copy)]
pub enum Colour {
    Red = 31,
    Green = 32,
    Yellow = 33,
}

/// As `println!`, for [`say`].
macro_rules! say {
    ($($text:tt)*) => { $crate::terminal::say(&format!($($text)*)) };
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
    match has_colour() {
        true => format!("\x1b[{}m{text}\x1b[0m", colour as u8),
        false => text.to_string(),
    }
}

pub fn has_colour() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    // The old console of Windows shows the codes as they are.
    let knows_codes = !cfg!(windows) || is_set("WT_SESSION") || is_set("TERM_PROGRAM");
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !is_set("NO_COLOR") && knows_codes && !is_dumb
}
