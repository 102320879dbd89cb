//! How a client of a play is started.

use std::process;

use super::build;
use super::client::Client;
use super::command::Command;
use super::stage::{Purpose, Stage, Visit};

impl Stage<'_> {
    /// Starts a client; what it says is collected.
    ///
    /// # Errors
    /// A sentence that names the program.
    pub fn start(&mut self, command: &Command) -> Result<(), String> {
        let client = match self.purpose {
            Purpose::Check {
                real_curl: false, ..
            } if command.package().is_none() => Client::curl(self.arguments(command)),
            _ => Client::process(self.process(command))?,
        };
        self.visits.push(Visit {
            shown: command.shown.clone(),
            client,
            lines: self.lines,
        });
        Ok(())
    }

    fn arguments(&self, command: &Command) -> Vec<String> {
        command.arguments_for(&self.command.shown_address(), self.server.address())
    }

    fn process(&self, command: &Command) -> process::Command {
        let mut process = match command.package() {
            Some(package) => process::Command::new(build::program(self.programs, package)),
            None => {
                let mut curl = process::Command::new("curl");
                // No settings of the user's, no proxy, and no progress, which curl shows only
                // where its output is no terminal.
                curl.args(["-q", "-sS", "--noproxy", "*"]);
                curl
            }
        };
        process.args(self.arguments(command));
        process.envs(command.variables.iter().cloned());
        process
    }
}
