//! A command as a reader types it, and what it means here.

use std::net::SocketAddr;

/// The address that every step and every command in the book has if none is named.
pub const DEFAULT_ADDRESS: &str = "127.0.0.1:7878";

/// What is started.
#[derive(Clone)]
pub enum Program {
    Curl,
    /// The program of this package of the workspace.
    Package(String),
    /// The program that the reader of a chapter has typed so far.
    Own,
}

/// A command of a script.
#[derive(Clone)]
pub struct Command {
    /// As it is typed.
    pub shown: String,
    pub variables: Vec<(String, String)>,
    pub program: Program,
    /// How many files it may open, if the shell sets a limit.
    pub open_files: Option<u32>,
    arguments: Vec<String>,
}

impl Command {
    /// Takes apart `NAME=VALUE ... curl ...` or `NAME=VALUE ... cargo run -q -p PACKAGE -- ...`. Without a
    /// package, or as `target/debug/server`, it is the reader's own program. All may stand in `(ulimit -n 20; ...)`.
    ///
    /// # Errors
    /// What cannot be understood.
    pub fn parse(text: &str) -> Result<Command, String> {
        let (open_files, bare) = limited(text);
        let mut words = words(bare)?;
        let is_variable = |word: &String| {
            let name = word.split_once('=').map_or("", |(name, _)| name);
            !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        };
        let count = words.iter().take_while(|word| is_variable(word)).count();
        let variables = words.drain(..count).filter_map(|word| {
            let (name, value) = word.split_once('=')?;
            Some((name.to_string(), value.to_string()))
        });
        let variables = variables.collect();
        let (program, arguments) = program(&words).ok_or_else(|| {
            format!("{text:?} is neither curl nor `cargo run [-q] [-p PACKAGE] [-- ...]`")
        })?;
        Ok(Command {
            shown: text.to_string(),
            variables,
            program,
            open_files,
            arguments,
        })
    }

    /// The package whose program it is, unless it is curl or the reader's own.
    pub fn package(&self) -> Option<&str> {
        match &self.program {
            Program::Curl | Program::Own => None,
            Program::Package(package) => Some(package),
        }
    }

    /// For a server: the address to show in place of the one that it really has.
    pub fn shown_address(&self) -> String {
        match self.arguments.first().map(String::as_str) {
            None => DEFAULT_ADDRESS.to_string(),
            // The system's choice; in the book always the same.
            Some("127.0.0.1:0") => "127.0.0.1:49500".to_string(),
            Some(address) => address.to_string(),
        }
    }

    /// For a client: its arguments, so that it finds the server where it really is.
    pub fn arguments_for(&self, shown: &str, real: SocketAddr) -> Vec<String> {
        let real = real.to_string();
        let port = |address: &str| address.rsplit(':').next().unwrap_or_default().to_string();
        let (shown_local, real_local) = (
            format!("localhost:{}", port(shown)),
            format!("localhost:{}", port(&real)),
        );
        let replace = |word: &String| {
            word.replace(shown, &real)
                .replace(&shown_local, &real_local)
        };
        let mut arguments: Vec<String> = self.arguments.iter().map(replace).collect();
        match self.package() {
            Some("knock") if self.arguments.first().is_none_or(|word| word != "--to") => {
                arguments.splice(0..0, ["--to".to_string(), real]);
            }
            Some(_) if arguments.is_empty() => arguments.push(real),
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

fn program(words: &[String]) -> Option<(Program, Vec<String>)> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (program, arguments) = match words.as_slice() {
        ["curl", arguments @ ..] => (Program::Curl, arguments),
        ["cargo", "run", "-q", "-p", package, rest @ ..]
        | ["cargo", "run", "-p", package, rest @ ..] => {
            let arguments = match rest {
                [] => rest,
                ["--", arguments @ ..] => arguments,
                _ => return None,
            };
            (Program::Package(package.to_string()), arguments)
        }
        ["cargo", "run"] => (Program::Own, [].as_slice()),
        ["cargo", "run", "--", arguments @ ..] | ["target/debug/server", arguments @ ..] => {
            (Program::Own, arguments)
        }
        _ => return None,
    };
    let arguments = arguments.iter().map(|word| word.to_string()).collect();
    Some((program, arguments))
}

/// The words of a command line. Quotation marks of both kinds keep what is between them as it is.
fn words(text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted_by = None;
    for character in text.chars() {
        match (quoted_by, character) {
            (Some(quote), _) if character == quote => quoted_by = None,
            (None, '\'' | '"') => {
                quoted_by = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    match quoted_by {
        None => Ok(words),
        Some(quote) => Err(format!("{text:?}: the second {quote} is missing")),
    }
}
