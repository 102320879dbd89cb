//! Plays a script: a real server, real clients, and what both terminals show.

use std::process;
use std::thread;

use kit::{Server, Signal};

use super::action::Action;
use super::client::Client;
use super::command::Command;
use super::script::Script;
use super::tools::Tools;

/// A play that is under way.
pub struct Stage<'a> {
    pub script: &'a Script,
    tools: &'a Tools,
    /// What is to be compared of the server's terminal: a check goes as fast as it can. If nothing
    /// is, the play is recorded: every time as the book tells it, and the log can catch up.
    pub wanted: Option<String>,
    pub server: Server,
    pub clients: Vec<Client>,
    /// How many lines of log there were at each Ctrl-C.
    pub interrupts: Vec<usize>,
    pub log_at_end: Option<Vec<String>>,
    /// How many lines of the next clients are shown.
    lines: usize,
}

impl<'a> Stage<'a> {
    /// Starts the server.
    pub fn open(
        script: &'a Script,
        tools: &'a Tools,
        wanted: Option<String>,
    ) -> Result<Stage<'a>, String> {
        Ok(Stage {
            script,
            tools,
            server: tools.start(script, wanted.is_some())?,
            wanted,
            clients: Vec::new(),
            interrupts: Vec::new(),
            log_at_end: None,
            lines: usize::MAX,
        })
    }

    /// Does what a line of the script says.
    pub fn act(&mut self, action: &Action) -> Result<(), String> {
        match action {
            Action::Client(command, waits) => {
                let process = self.process(command);
                let mut client = Client::start(process, &command.shown, self.lines)?;
                if *waits {
                    client.enter(); // nobody types anything into it
                    self.wait_for(&client)?;
                    self.settle();
                }
                self.clients.push(client);
            }
            Action::Until(count, text) => self.wait_until(*count, text)?,
            Action::Interrupt => {
                self.settle();
                self.interrupts.push(self.server.log().len());
                self.server.signal(Signal::Interrupt);
            }
            Action::Enter => self.clients.iter_mut().for_each(Client::enter),
            Action::Pause(time) => thread::sleep(*time),
            Action::End => {
                self.complete();
                self.log_at_end = Some(self.server.log());
            }
            Action::Short(lines) => self.lines = *lines,
            Action::Faster(..) | Action::Either => {}
        }
        Ok(())
    }

    fn process(&self, command: &Command) -> process::Command {
        let mut process = match command.package() {
            Some(package) => process::Command::new(self.tools.program(package)),
            None => process::Command::new("curl"),
        };
        if command.package().is_none() {
            // No settings of the user's, and no proxy. As in a terminal: no progress, and what
            // comes is shown at once, before an error that follows it.
            process.args(["-q", "-sS", "-N", "--noproxy", "*"]);
        }
        process.args(command.arguments_for(self.server.address()));
        process.envs(command.variables.iter().cloned());
        process
    }
}
