//! How a client of a play is started.

use std::process;

use super::build;
use super::client::Client;
use super::command::Command;
use super::stage::{Stage, Visit};

impl Stage<'_> {
    /// Starts a client; what it says is collected.
    ///
    /// # Errors
    /// A sentence that names the program.
    pub fn start(&mut self, command: &Command) -> Result<(), String> {
        let client = Client::start(self.process(command))?;
        self.visits.push(Visit {
            shown: command.shown.clone(),
            client,
            lines: self.lines,
        });
        Ok(())
    }

    fn process(&self, command: &Command) -> process::Command {
        let mut process = match command.package() {
            Some(package) => process::Command::new(build::program(&self.tools.programs, package)),
            None => {
                let mut curl = process::Command::new("curl");
                // No settings of the user's, and no proxy. As in a terminal: no progress, and what
                // comes is shown at once, before an error that follows it.
                curl.args(["-q", "-sS", "-N", "--noproxy", "*"]);
                curl
            }
        };
        let shown = self.command.shown_address();
        process.args(command.arguments_for(&shown, self.server.address()));
        process.envs(command.variables.iter().cloned());
        process
    }
}
