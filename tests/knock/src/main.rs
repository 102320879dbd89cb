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

mod arguments;
mod crowd;
mod escapes;
mod hold;
mod linger;
mod wire;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use arguments::{Arguments, Task};
use wire::{PATIENCE, SILENCE, connect, drip, in_words};

fn main() -> ExitCode {
    let words = env::args_os().skip(1);
    let words = words.map(|word| word.to_string_lossy().into_owned());
    match Arguments::parse(words) {
        Ok(arguments) => match run(&arguments) {
            Ok(text) => {
                say(&text);
                ExitCode::SUCCESS
            }
            Err(problem) => end(&problem, 1),
        },
        Err(problem) => end(&problem, 2),
    }
}

/// Does what is asked for; what remains to be said is returned.
fn run(arguments: &Arguments) -> Result<String, String> {
    let address = arguments.address;
    let mut patience = PATIENCE;
    let mut client;
    match &arguments.task {
        Task::Crowd { count, path } => return crowd::ask(address, *count, path),
        Task::Stay { count, path } => return hold::stay(address, *count, path),
        Task::Flood { count, path } => return crowd::flood(address, *count, path),
        Task::Hold { count } => return hold::hold(address, *count),
        Task::Linger { bytes, pause } => return linger::linger(address, bytes, *pause),
        Task::Silent => {
            client = connect(address)?;
            patience = SILENCE;
        }
        Task::Send { bytes } => {
            client = connect(address)?;
            client.send(bytes);
        }
        Task::Drip { bytes, pause } => {
            client = connect(address)?;
            drip(&mut client, bytes, *pause);
        }
    }
    let (bytes, ending) = client.read_to_silence(patience);
    let end = in_words(&ending, patience);
    Ok(format!("{}[{end}]\n", escapes::show(&bytes)))
}

/// Prints at once. A closed standard output is no reason to panic.
pub fn say(text: &str) {
    let mut output = io::stdout();
    let _ = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
}

fn end(problem: &str, code: u8) -> ExitCode {
    let _ = writeln!(io::stderr(), "{problem}");
    ExitCode::from(code)
}
