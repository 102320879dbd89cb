//! Plays a script: a real server, real clients, and what both terminals show.

use std::path::Path;
use std::thread;

use kit::{Server, Signal};

use super::build;
use super::client::Client;
use super::command::Command;
use super::compare::Comparable;
use super::script::{Action, Script};

/// What a play is for.
#[derive(Clone, PartialEq)]
pub enum Purpose {
    /// Every time as the book tells it, and pauses in which the log can catch up.
    Record,
    /// As fast as it goes.
    Check { recorded: Comparable },
}

/// A client, its command, and how many lines of it are shown.
pub struct Visit {
    pub shown: String,
    pub client: Client,
    pub lines: usize,
}

/// A play that is under way.
pub struct Stage<'a> {
    pub purpose: Purpose,
    pub server: Server,
    /// What the server was started with.
    pub command: &'a Command,
    pub visits: Vec<Visit>,
    /// How many lines of log there were at each Ctrl-C.
    pub interrupts: Vec<usize>,
    pub log_at_end: Option<Vec<String>>,
    pub programs: &'a Path,
    /// How many lines of the next clients are shown.
    pub lines: usize,
}

impl<'a> Stage<'a> {
    /// Starts the server.
    ///
    /// # Errors
    /// If the script does not begin with one.
    pub fn open(
        script: &'a Script,
        programs: &'a Path,
        purpose: Purpose,
    ) -> Result<Stage<'a>, String> {
        let Some(Action::Server(command)) = script.actions.first() else {
            return Err(format!("{}: there is no server", script.name));
        };
        let path = build::program(programs, command.package().unwrap_or_default());
        let mut program = kit::Program::new(&path.to_string_lossy());
        for (name, value) in &command.variables {
            program = program.variable(name, value);
        }
        for action in &script.actions {
            if let (Action::Faster(name, value), Purpose::Check { .. }) = (action, &purpose) {
                program = program.variable(name, value);
            }
        }
        Ok(Stage {
            purpose,
            server: program.start(),
            command,
            visits: Vec::new(),
            interrupts: Vec::new(),
            log_at_end: None,
            programs,
            lines: usize::MAX,
        })
    }

    /// Does what a line of the script says.
    ///
    /// # Errors
    /// A sentence, if something cannot be started, or takes too long.
    pub fn act(&mut self, action: &Action) -> Result<(), String> {
        match action {
            Action::Client(command) => {
                self.start(command)?;
                self.wait_for_last()?;
                self.settle();
            }
            Action::Beside(command) => self.start(command)?,
            Action::Until(count, text) => self.wait_until(*count, text)?,
            Action::Interrupt => self.interrupt(),
            Action::Enter => self.enter(),
            Action::Pause(time) => thread::sleep(*time),
            Action::End => {
                self.complete();
                self.log_at_end = Some(self.server.log());
            }
            Action::Short(lines) => self.lines = *lines,
            Action::Server(_) | Action::Faster(..) | Action::Either => {}
        }
        Ok(())
    }

    fn interrupt(&mut self) {
        self.settle();
        self.interrupts.push(self.server.log().len());
        self.server.signal(Signal::Interrupt);
    }

    pub fn enter(&mut self) {
        for visit in &mut self.visits {
            visit.client.enter();
        }
    }
}
