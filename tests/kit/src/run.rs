//! Programs that are started otherwise than a step is.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::lines::Lines;
use crate::{Finished, Program, fail, machine};

impl Program {
    /// Starts it as `nohup` does: it is to ignore that its terminal is closed. Only on Unix.
    pub fn without_hangup(mut self) -> Program {
        let script = "trap '' HUP && exec \"$0\" \"$@\"";
        self.command
            .splice(0..0, ["sh".into(), "-c".into(), script.into()]);
        self
    }
}

/// Runs any command to its end, and returns what it said.
#[track_caller]
pub fn run_to_end(command: &mut Command, within: Duration) -> Finished {
    machine::prepare(command);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let log = Lines::collect(child.stdout.take().expect("standard output is piped"));
    let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
    let status = machine::wait(&mut child, within);
    machine::end(&mut child);
    log.wait_for_end();
    errors.wait_for_end();
    let Some(status) = status else {
        fail(
            &format!("the command {command:?}"),
            "it ends",
            &format!(
                "it still ran after {within:?}, and had said {:?}",
                log.all()
            ),
            "what it waits for",
        )
    };
    Finished {
        status,
        log: log.all(),
        errors: errors.all(),
    }
}
