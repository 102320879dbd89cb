//! A command as a reader types it, and what it means here.

use std::net::SocketAddr;

/// The address that every server and every command in the book has.
pub const ADDRESS: &str = "127.0.0.1:7878";

/// What is started.
#[derive(Clone, PartialEq)]
pub enum Program {
    Curl,
    /// The program of this package of the workspace.
    Package(String),
    /// The program that the reader of a chapter has typed so far.
    Own,
}

/// A command of a script.
#[derive(Clone, PartialEq)]
pub struct Command {
    /// As it is typed.
    pub shown: String,
    pub variables: Vec<(String, String)>,
    pub program: Program,
    /// How many files it may open, if the shell sets a limit.
    pub open_files: Option<u32>,
    pub arguments: Vec<String>,
}

impl Command {
    /// Takes apart `NAME=VALUE ... curl ...` or `NAME=VALUE ... cargo run -q -p PACKAGE -- ...`. Without a
    /// package, or as `target/debug/server`, it is the reader's own program. All may stand in `(ulimit -n 20; ...)`.
    pub fn parse(text: &str) -> Result<Command, String> {
        let (open_files, bare) = limited(text);
        let words = words(bare)?;
        let variables = words.iter().map_while(|word| variable(word));
        let variables: Vec<(String, String)> = variables.collect();
        let (program, arguments) = program(&words[variables.len()..]).ok_or_else(|| {
            format!("{text:?} is neither curl nor `cargo run [-q] [-p PACKAGE] [-- ...]`")
        })?;
        Ok(Command {
            shown: text.to_string(),
            variables,
            program,
            open_files,
            arguments: arguments.iter().map(|word| word.to_string()).collect(),
        })
    }

    /// The package whose program it is, unless it is curl or the reader's own.
    pub fn package(&self) -> Option<&str> {
        match &self.program {
            Program::Curl | Program::Own => None,
            Program::Package(package) => Some(package),
        }
    }

    /// For a client: its arguments, so that it finds the server where it really is.
    pub fn arguments_for(&self, real: SocketAddr) -> Vec<String> {
        let (_, shown_port) = ADDRESS.split_at(ADDRESS.len() - ":7878".len());
        let port = format!(":{}", real.port()); // behind localhost, too
        let arguments = self.arguments.iter();
        let mut arguments: Vec<String> = arguments
            .map(|word| word.replace(shown_port, &port))
            .collect();
        match self.package() {
            Some("knock") => drop(arguments.splice(0..0, ["--to".to_string(), real.to_string()])),
            Some(_) if arguments.is_empty() => arguments.push(real.to_string()),
            _ => {}
        }
        arguments
    }
}

/// `(ulimit -n 20; COMMAND)` taken apart.
fn limited(text: &str) -> (Option<u32>, &str) {
    let inside = text.strip_prefix("(ulimit -n ").and_then(|rest| {
        let (limit, command) = rest.strip_suffix(')')?.split_once("; ")?;
        Some((Some(limit.parse().ok()?), command))
    });
    inside.unwrap_or((None, text))
}

fn variable(word: &str) -> Option<(String, String)> {
    let (name, value) = word.split_once('=')?;
    let is_name = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    is_name.then(|| (name.to_string(), value.to_string()))
}

fn program<'a>(words: &'a [&'a str]) -> Option<(Program, &'a [&'a str])> {
    match words {
        ["curl", arguments @ ..] => Some((Program::Curl, arguments)),
        ["cargo", "run", "-q", "-p", package, rest @ ..]
        | ["cargo", "run", "-p", package, rest @ ..] => match rest {
            [] | ["--", ..] => {
                let package = Program::Package(package.to_string());
                Some((package, rest.get(1..).unwrap_or_default()))
            }
            _ => None,
        },
        ["cargo", "run"] | ["target/debug/server"] => Some((Program::Own, &[])),
        _ => None,
    }
}

/// The words of a command line. Quotation marks keep what is between them as it is.
fn words(text: &str) -> Result<Vec<&str>, String> {
    let mut words = Vec::new();
    let mut is_quoted = true;
    for part in text.split('\'') {
        is_quoted = !is_quoted;
        match is_quoted {
            true => words.push(part),
            false => words.extend(part.split_whitespace()),
        }
    }
    match is_quoted {
        false => Ok(words),
        true => Err(format!("{text:?}: the second ' is missing")),
    }
}
