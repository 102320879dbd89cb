//! The script of a session: what is typed in two terminals, and when.

use super::action::Action;
use super::command::{Command, Program};
use crate::files;
use crate::follow::Project;

/// A script, and where it and its recordings are.
#[derive(Clone)]
pub struct Script {
    /// Such as `03-respond/pages`.
    pub name: String,
    pub server: Command,
    pub actions: Vec<Action>,
    /// What the reader has typed so far, if it is their own program that is the server.
    pub own: Option<Project>,
}

impl Script {
    /// Reads the script at this path.
    pub fn read(path: &str) -> Result<Script, String> {
        let name = path.trim_start_matches(super::FOLDER);
        let name = name.trim_start_matches('/').trim_end_matches(".session");
        let (mut servers, mut actions) = (Vec::new(), Vec::new());
        for (number, line) in (1..).zip(files::read(path)?.lines()) {
            let line = line.trim();
            let problem = |why| format!("{path}, line {number}: {why}");
            match line.strip_prefix("server ").map(Command::parse) {
                _ if line.is_empty() || line.starts_with('#') => {}
                Some(command) if actions.is_empty() => servers.push(command.map_err(problem)?),
                Some(_) => servers.clear(),
                None => actions.push(Action::parse(line).map_err(problem)?),
            }
        }
        let is_server = |one: &Command| one.program != Program::Curl && one.arguments.is_empty();
        let server = servers
            .pop()
            .filter(|one| servers.is_empty() && is_server(one));
        let server = server.ok_or(format!(
            "{path}: it must begin with its only `server` line, a `cargo run` without arguments"
        ))?;
        Ok(Script {
            name: name.to_string(),
            server,
            actions,
            own: None,
        })
    }

    /// Whether the reader's own program is the server.
    pub fn is_own(&self) -> bool {
        self.server.program == Program::Own
    }

    /// Whether its server does not say where it listens.
    pub fn is_silent(&self) -> bool {
        let says = |line: &String| line.contains("Listening on");
        let mut files = self.own.iter().flat_map(Project::values);
        self.own.is_some() && !files.any(|lines| lines.iter().any(says))
    }

    /// The path of one of its recordings; `terminal` is `server` or `client`.
    pub fn recording(&self, terminal: &str) -> String {
        format!("{}/{}.{terminal}.console", super::FOLDER, self.name)
    }

    fn clients(&self) -> impl Iterator<Item = &Command> {
        self.actions.iter().filter_map(|action| match action {
            Action::Client(command, _) => Some(command),
            _ => None,
        })
    }

    /// The packages whose programs it runs.
    pub fn packages(&self) -> impl Iterator<Item = &str> {
        let server = self.server.package().into_iter();
        server.chain(self.clients().filter_map(Command::package))
    }

    /// Whether it needs Ctrl-C, which can be sent to one process alone only on Unix, or a shell.
    pub fn needs_unix(&self) -> bool {
        self.is_own() || self.actions.contains(&Action::Interrupt)
    }

    /// Whether a client gives up after some seconds, or the server after some milliseconds.
    pub fn gives_up(&self) -> bool {
        let gives_up = |one: &Command| {
            [" -m ", "REQUEST_MS"]
                .iter()
                .any(|word| one.shown.contains(word))
        };
        gives_up(&self.server) || self.clients().any(gives_up)
    }

    /// Whether curl may say (52) or (56).
    pub fn either(&self) -> bool {
        self.actions.contains(&Action::Either)
    }
}
