//! What knock is asked to do.

use std::net::SocketAddr;
use std::time::Duration;

use crate::escapes::read;
use crate::{Outcome, Problem, crowd, one};

const DEFAULT_ADDRESS: &str = "127.0.0.1:7878";

/// The most connections at a time; many systems allow a process about 1,024 open files.
const MOST: usize = 1000;

/// The most connections one after another.
const MOST_IN_A_ROW: usize = 100_000;

/// Does what the words say; what remains to be said is returned.
pub fn obey(words: &[&str]) -> Outcome<String> {
    let (address, words) = match words {
        ["--to", address, rest @ ..] => (*address, rest),
        all => (DEFAULT_ADDRESS, all),
    };
    let address = loopback(address)?;
    match words {
        ["send", text] => one::send(address, &read(text)?),
        ["silent"] => one::silent(address),
        ["drip", text, pause] => one::drip(address, &read(text)?, milliseconds(pause)?),
        ["linger", text, pause] => one::linger(address, &read(text)?, milliseconds(pause)?),
        ["crowd" | "stay" | "flood", _, path] if !path.starts_with('/') => {
            Err(Problem::words(format!(
                "{path:?} is no path, because it does not begin with a slash; try crowd 4 /sleep"
            )))
        }
        ["crowd", count, path] => crowd::ask(address, clients(count, MOST)?, path),
        ["stay", count, path] => crowd::stay(address, clients(count, MOST)?, path),
        ["flood", count, path] => crowd::flood(address, clients(count, MOST_IN_A_ROW)?, path),
        ["hold", count] => crowd::hold(address, clients(count, MOST)?),
        _ => Err(unknown(words)),
    }
}

/// Only this machine: what knock does to a server, one does to one's own.
fn loopback(text: &str) -> Outcome<SocketAddr> {
    let why = match text.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => return Ok(address),
        Ok(_) => format!("{text} is not this machine, and knock knocks nowhere else"),
        Err(error) => format!("{text:?} after --to: {error}"),
    };
    Err(Problem::words(format!("{why}; try --to {DEFAULT_ADDRESS}")))
}

fn milliseconds(text: &str) -> Outcome<Duration> {
    let pause = number("a pause in milliseconds", text, 60_000)?;
    Ok(Duration::from_millis(pause as u64))
}

fn clients(text: &str, most: usize) -> Outcome<usize> {
    number("a number of clients", text, most)
}

fn number(what: &str, text: &str, most: usize) -> Outcome<usize> {
    match text.parse() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => {
            let why = format!("{text:?} is not {what} from 1 to {most}; try 4");
            Err(Problem::words(why))
        }
    }
}

fn unknown(words: &[&str]) -> Problem {
    let word = words.first().copied().unwrap_or_default();
    let what = match word {
        _ if words.is_empty() => "knock needs to be told what to do".to_string(),
        "send" => "send needs one text in quotation marks".to_string(),
        "silent" => "silent needs nothing more".to_string(),
        "drip" | "linger" => format!("{word} needs a text and a pause in milliseconds"),
        "crowd" | "stay" | "flood" => format!("{word} needs a number and a path"),
        "hold" => "hold needs a number".to_string(),
        other => format!("knock does not know {other:?}"),
    };
    Problem::words(format!(
        "{what}; try send 'TEXT', silent, drip 'TEXT' 100, linger 'TEXT' 100, crowd 4 /sleep, \
         stay 4 /, flood 100 / or hold 8"
    ))
}
