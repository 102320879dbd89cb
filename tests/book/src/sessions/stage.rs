//! Plays a script: a real server, real clients, and what both terminals show.

use std::thread;

use kit::{Server, Signal};

use super::Tools;
use super::build;
use super::client::Client;
use super::command::Command;
use super::compare::Comparable;
use super::own::{Own, wait_for_listener};
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
    pub tools: &'a Tools,
    /// The reader's own program, if that is the server.
    pub own: Option<Own>,
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
        tools: &'a Tools,
        purpose: Purpose,
    ) -> Result<Stage<'a>, String> {
        let command = script.server().ok_or("there is no server")?;
        let own = script
            .own
            .as_ref()
            .map(|project| Own::build(&tools.rustc, project));
        let own = own.transpose()?;
        let mut program = match &own {
            Some(own) => own.program.clone(),
            None => {
                let package = command.package().unwrap_or_default();
                kit::Program::new(&build::program(&tools.programs, package).to_string_lossy())
            }
        };
        if let Some(limit) = command.open_files {
            program = program.open_files(limit);
        }
        for (name, value) in &command.variables {
            program = program.variable(name, value);
        }
        for action in &script.actions {
            if let (Action::Faster(name, value), Purpose::Check { .. }) = (action, &purpose) {
                program = program.variable(name, value);
            }
        }
        let server = program.start();
        own.as_ref()
            .and_then(|own| own.silent_at)
            .map_or(Ok(()), |address| wait_for_listener(&server, address))?;
        Ok(Stage {
            purpose,
            server,
            command,
            visits: Vec::new(),
            interrupts: Vec::new(),
            log_at_end: None,
            tools,
            own,
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
