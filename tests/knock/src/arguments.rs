//! What knock is asked to do.

use std::net::SocketAddr;
use std::time::Duration;

use crate::escapes;

const DEFAULT_ADDRESS: &str = "127.0.0.1:7878";

/// The most connections at a time; many systems allow a process about 1,024 open files.
const MOST: usize = 1000;

/// The most connections one after another.
const MOST_IN_A_ROW: usize = 100_000;

/// One way to misbehave.
pub enum Task {
    Send { bytes: Vec<u8> },
    Silent,
    Drip { bytes: Vec<u8>, pause: Duration },
    Crowd { count: usize, path: String },
    Hold { count: usize },
    Linger { bytes: Vec<u8>, pause: Duration },
    Stay { count: usize, path: String },
    Flood { count: usize, path: String },
}

/// What to do, and to whom.
pub struct Arguments {
    pub address: SocketAddr,
    pub task: Task,
}

impl Arguments {
    /// Takes the command line apart.
    ///
    /// # Errors
    /// A line that says what is wrong, why, and what to try.
    pub fn parse(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
        let words: Vec<String> = words.collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (address, words) = match words.as_slice() {
            ["--to", address, rest @ ..] => (*address, rest),
            all => (DEFAULT_ADDRESS, all),
        };
        Ok(Arguments {
            address: loopback(address)?,
            task: task(words)?,
        })
    }
}

/// Only this machine: what knock does to a server, one does to one's own.
fn loopback(text: &str) -> Result<SocketAddr, String> {
    match text.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => Ok(address),
        Ok(_) => Err(format!(
            "{text} is not this machine, and knock knocks nowhere else; try --to {DEFAULT_ADDRESS}"
        )),
        Err(error) => Err(format!(
            "{text:?} after --to: {error}; try --to {DEFAULT_ADDRESS}"
        )),
    }
}

fn task(words: &[&str]) -> Result<Task, String> {
    match words {
        ["send", text] => Ok(Task::Send {
            bytes: escapes::read(text)?,
        }),
        ["silent"] => Ok(Task::Silent),
        ["drip", text, pause] => Ok(Task::Drip {
            bytes: escapes::read(text)?,
            pause: milliseconds(pause)?,
        }),
        ["linger", text, pause] => Ok(Task::Linger {
            bytes: escapes::read(text)?,
            pause: milliseconds(pause)?,
        }),
        ["crowd" | "stay" | "flood", _, path] if !path.starts_with('/') => Err(format!(
            "{path:?} is no path, because it does not begin with a slash; try crowd 4 /sleep"
        )),
        ["crowd", count, path] => Ok(Task::Crowd {
            count: number("a number of clients", count, MOST)?,
            path: path.to_string(),
        }),
        ["stay", count, path] => Ok(Task::Stay {
            count: number("a number of clients", count, MOST)?,
            path: path.to_string(),
        }),
        ["flood", count, path] => Ok(Task::Flood {
            count: number("a number of clients", count, MOST_IN_A_ROW)?,
            path: path.to_string(),
        }),
        ["hold", count] => Ok(Task::Hold {
            count: number("a number of clients", count, MOST)?,
        }),
        _ => Err(unknown(words)),
    }
}

fn milliseconds(text: &str) -> Result<Duration, String> {
    let pause = number("a pause in milliseconds", text, 60_000)?;
    Ok(Duration::from_millis(pause as u64))
}

fn number(what: &str, text: &str, most: usize) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(format!("{text:?} is not {what} from 1 to {most}; try 4")),
    }
}

fn unknown(words: &[&str]) -> String {
    let what = match words {
        [] => "knock needs to be told what to do".to_string(),
        [first, ..] => match *first {
            "send" => "send needs one text in quotation marks".to_string(),
            "silent" => "silent needs nothing more".to_string(),
            word @ ("drip" | "linger") => {
                format!("{word} needs a text and a pause in milliseconds")
            }
            word @ ("crowd" | "stay" | "flood") => format!("{word} needs a number and a path"),
            "hold" => "hold needs a number".to_string(),
            other => format!("knock does not know {other:?}"),
        },
    };
    format!(
        "{what}; try send 'TEXT', silent, drip 'TEXT' 100, linger 'TEXT' 100, crowd 4 /sleep, \
         stay 4 /, flood 100 / or hold 8"
    )
}
