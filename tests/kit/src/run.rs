//! Programs that run to their end.

use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use crate::lines::Lines;
use crate::{fail, machine, wait};

/// A program after its end.
#[derive(Debug)]
pub struct Finished {
    pub status: ExitStatus,
    pub log: Vec<String>,
    pub errors: Vec<String>,
}

/// Without input; what it says is ours.
pub(crate) fn piped(command: &mut Command) -> &mut Command {
    machine::prepare(command);
    let command = command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped())
}

/// Runs any command to its end, and returns what it said.
#[track_caller]
pub fn run_to_end(command: &mut Command, within: Duration) -> Finished {
    let child = piped(command).spawn();
    let child = child.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let sent = format!("the command {command:?}");
    finish(child, within, &sent, "it ends")
}

#[track_caller]
pub(crate) fn finish(mut child: Child, within: Duration, sent: &str, expected: &str) -> Finished {
    let log = Lines::collect(child.stdout.take().expect("standard output is piped"));
    let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
    let status = wait(&mut child, within).unwrap_or_else(|| {
        machine::end(&mut child);
        log.wait_for_end();
        let came = format!(
            "it still ran after {within:?}, and had said {:?}",
            log.all()
        );
        let look_at = "src/main.rs, or what else it waits for";
        fail(sent, expected, &came, look_at)
    });
    log.wait_for_end();
    errors.wait_for_end();
    let (log, errors) = (log.all(), errors.all());
    Finished {
        status,
        log,
        errors,
    }
}
