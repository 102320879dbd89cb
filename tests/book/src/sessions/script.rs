//! The script of a session: what is typed in two terminals, and when.

use std::time::Duration;

use super::command::{Command, Program};
use crate::files;
use crate::follow::Project;

/// A line of a script.
#[derive(Clone)]
pub enum Action {
    Server(Command),
    Client(Command),
    /// A client that runs beside the lines that follow.
    Beside(Command),
    /// Waits for so many lines with this text, in the server's log or in what a client says.
    Until(usize, String),
    /// Ctrl-C in the server's terminal.
    Interrupt,
    /// Enter in the terminals of the clients that run beside.
    Enter,
    /// Lets time pass, where there is nothing to wait for.
    Pause(Duration),
    /// From here on, what the server says is not shown.
    End,
    /// Of what the following clients say, only so many lines are shown.
    Short(usize),
    /// A variable for the replay, so that it takes less time than the recording.
    Faster(String, String),
    /// The server closes while curl still speaks: curl says (52) or (56), as chance has it.
    Either,
}

/// A script, and where it and its recordings are.
#[derive(Clone)]
pub struct Script {
    /// Such as `03-respond/pages`.
    pub name: String,
    pub actions: Vec<Action>,
    /// What the reader has typed so far, if it is their own program that is the server.
    pub own: Option<Project>,
}

impl Script {
    /// Reads the script at this path.
    ///
    /// # Errors
    /// A sentence that names the line.
    pub fn read(path: &str) -> Result<Script, String> {
        let name = path.trim_start_matches(super::FOLDER);
        let name = name.trim_start_matches('/').trim_end_matches(".session");
        let mut actions = Vec::new();
        for (number, line) in (1..).zip(files::read(path)?.lines()) {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                let action = action(line).map_err(|why| format!("{path}, line {number}: {why}"))?;
                actions.push(action);
            }
        }
        let is_server = |action: &Action| matches!(action, Action::Server(_));
        match (
            actions.first(),
            actions.iter().filter(|action| is_server(action)).count(),
        ) {
            (Some(Action::Server(_)), 1) => Ok(Script {
                name: name.to_string(),
                actions,
                own: None,
            }),
            _ => Err(format!("{path}: it must begin with its only `server` line")),
        }
    }

    /// What starts the server.
    pub fn server(&self) -> Option<&Command> {
        match self.actions.first() {
            Some(Action::Server(command)) => Some(command),
            _ => None,
        }
    }

    /// Whether the reader's own program is the server.
    pub fn is_own(&self) -> bool {
        let own = |command: &Command| matches!(command.program, Program::Own);
        self.server().is_some_and(own)
    }

    /// The path of one of its recordings; `terminal` is `server` or `client`.
    pub fn recording(&self, terminal: &str) -> String {
        format!("{}/{}.{terminal}.console", super::FOLDER, self.name)
    }

    /// The packages whose programs it runs.
    pub fn packages(&self) -> impl Iterator<Item = &str> {
        self.actions.iter().filter_map(|action| match action {
            Action::Server(command) | Action::Client(command) | Action::Beside(command) => {
                command.package()
            }
            _ => None,
        })
    }

    /// Whether it needs Ctrl-C, which can be sent to one process alone only on Unix, or a shell.
    pub fn needs_unix(&self) -> bool {
        let is_interrupt = |action: &Action| matches!(action, Action::Interrupt);
        self.is_own() || self.actions.iter().any(is_interrupt)
    }

    /// Whether a client gives up after some seconds.
    pub fn gives_up(&self) -> bool {
        self.actions.iter().any(|action| match action {
            Action::Client(command) | Action::Beside(command) => command.shown.contains(" -m "),
            _ => false,
        })
    }

    /// Whether curl may say (52) or (56).
    pub fn either(&self) -> bool {
        let is_either = |action: &Action| matches!(action, Action::Either);
        self.actions.iter().any(is_either)
    }
}

fn action(line: &str) -> Result<Action, String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match (word, rest.trim()) {
        ("server", rest) => match Command::parse(rest)? {
            Command {
                program: Program::Curl,
                ..
            } => Err("a server is a `cargo run`".to_string()),
            command => Ok(Action::Server(command)),
        },
        ("client", rest) => match rest.strip_prefix("& ") {
            Some(rest) => Command::parse(rest).map(Action::Beside),
            None => Command::parse(rest).map(Action::Client),
        },
        ("until", text) if !text.is_empty() => Ok(until(text)),
        ("interrupt", "") => Ok(Action::Interrupt),
        ("enter", "") => Ok(Action::Enter),
        ("end", "") => Ok(Action::End),
        ("either", "") => Ok(Action::Either),
        (word, value) => setting(word, value).ok_or(format!(
            "{line:?} is no line of a script; there are server, client, client &, until TEXT, \
             interrupt, enter, end, either, pause MILLISECONDS, short LINES, faster NAME=VALUE"
        )),
    }
}

/// The lines that end in a value.
fn setting(word: &str, value: &str) -> Option<Action> {
    match word {
        "pause" => Some(Action::Pause(Duration::from_millis(value.parse().ok()?))),
        "short" => Some(Action::Short(value.parse().ok()?)),
        "faster" => {
            let (name, value) = value.split_once('=')?;
            Some(Action::Faster(name.to_string(), value.to_string()))
        }
        _ => None,
    }
}

/// `TEXT`, or `3x TEXT` for the third line with it.
fn until(text: &str) -> Action {
    let counted = text.split_once("x ").and_then(|(count, text)| {
        let count = count.parse().ok()?;
        Some(Action::Until(count, text.to_string()))
    });
    counted.unwrap_or_else(|| Action::Until(1, text.to_string()))
}
