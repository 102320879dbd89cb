//! Programs that are started otherwise than a step is.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::lines::Lines;
use crate::{Finished, Program, fail, machine, wait};

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
    let child = command
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    finish(child, within).unwrap_or_else(|came| {
        let sent = format!("the command {command:?}");
        fail(&sent, "it ends", &came, "what it waits for")
    })
}

/// What it has said when it has ended, or that it has not.
pub(crate) fn finish(mut child: Child, within: Duration) -> Result<Finished, String> {
    let log = Lines::collect(child.stdout.take().expect("standard output is piped"));
    let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
    let status = wait(&mut child, within);
    machine::end(&mut child);
    log.wait_for_end();
    errors.wait_for_end();
    let (log, errors) = (log.all(), errors.all());
    match status {
        Some(status) => Ok(Finished {
            status,
            log,
            errors,
        }),
        None => Err(format!(
            "it still ran after {within:?}, and had said {log:?}"
        )),
    }
}
