//! A client that misbehaves as real clients do, and says what it hears.
//!
//! ```console
//! cargo run -q -p knock -- send 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
//! cargo run -q -p knock -- silent
//! cargo run -q -p knock -- drip 'GET / HTTP/1.1\r\n' 100
//! cargo run -q -p knock -- linger 'GET / HTTP/1.1\r\nHost: x\r\n\r\n' 100
//! cargo run -q -p knock -- crowd 4 /sleep
//! cargo run -q -p knock -- stay 4 /
//! cargo run -q -p knock -- flood 100 /
//! cargo run -q -p knock -- hold 8
//! ```
//!
//! `--to 127.0.0.1:8080` before these words knocks at another port than 7878.

mod crowd;
mod escapes;
mod one;
mod words;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

/// A line that says what is wrong, why, and what to try; and the exit code.
pub struct Problem {
    pub text: String,
    code: u8,
}

pub type Outcome<T> = Result<T, Problem>;

impl Problem {
    /// With what was typed.
    pub fn words(text: String) -> Problem {
        Problem { text, code: 2 }
    }

    /// With the server, or with this machine.
    pub fn server(text: String) -> Problem {
        Problem { text, code: 1 }
    }
}

fn main() -> ExitCode {
    let words = env::args_os().skip(1);
    let words: Vec<String> = words
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words::obey(&words) {
        Ok(text) => {
            say(&text);
            ExitCode::SUCCESS
        }
        Err(Problem { text, code }) => {
            let _ = writeln!(io::stderr(), "{text}");
            ExitCode::from(code)
        }
    }
}

/// Prints at once. A closed standard output is no reason to panic.
pub fn say(text: &str) {
    let mut output = io::stdout();
    let _ = output.write_all(text.as_bytes());
    let _ = output.flush();
}
