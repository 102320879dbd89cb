//! Starting the program under test.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

use crate::lines::Lines;
use crate::run::finish;
use crate::{PATIENCE, Server, fail, faults, given, group, inherited, machine};

/// A program that can be started: a step's, or the one that the environment variable `SERVER` names.
#[derive(Clone)]
pub struct Program {
    pub(crate) command: Vec<OsString>,
    is_given: bool,
    address: String,
    variables: Vec<(String, String)>,
    folder: Option<PathBuf>,
    open_files: Option<u32>,
    errors_in_log: bool,
    silent_at: Option<SocketAddr>,
}

impl Program {
    /// The program at `path`. `SERVER="python3 my_server.py"` starts that in its stead; the
    /// address to listen on is its first argument all the same.
    pub fn new(path: &str) -> Program {
        let server = env::var_os("SERVER").map(|server| given::words(&server.to_string_lossy()));
        Program {
            is_given: server.is_some(),
            command: server.unwrap_or_else(|| vec![path.into()]),
            address: "127.0.0.1:0".to_string(),
            variables: Vec::new(),
            folder: None,
            open_files: None,
            errors_in_log: false,
            silent_at: None,
        }
    }

    /// Listens there, and not on a free port.
    pub fn address(mut self, address: impl ToString) -> Program {
        self.address = address.to_string();
        self
    }

    /// Sets an environment variable. The steps read `SLEEP_MS`, `REQUEST_MS`, `REPLY_MS`, `DRAIN_MS`
    /// and `STOP_MS`, in milliseconds; another `SERVER` may ignore them, and only takes longer.
    pub fn variable(mut self, name: &str, value: impl ToString) -> Program {
        self.variables.push((name.to_string(), value.to_string()));
        self
    }

    /// Starts in this folder.
    pub fn folder(mut self, folder: &Path) -> Program {
        self.folder = Some(folder.to_path_buf());
        self
    }

    /// Allows only so many open files (`ulimit -n`). Only on Unix.
    pub fn open_files(mut self, limit: u32) -> Program {
        self.open_files = Some(limit);
        self
    }

    /// What it says on standard error stands among its lines of log. Only on Unix.
    pub fn errors_in_log(mut self) -> Program {
        self.errors_in_log = true;
        self
    }

    /// For a program that listens there, and does not say so. Only on Unix.
    pub fn silent_at(mut self, address: SocketAddr) -> Program {
        self.silent_at = Some(address);
        self
    }

    /// Lets calls of the operating system fail, as variables say that stand in `faults/faults.rs`;
    /// `folder` is `env!("CARGO_TARGET_TMPDIR")`. Only on Linux.
    pub fn faulty(self, folder: &str) -> Program {
        self.variable("LD_PRELOAD", faults::library(folder).display())
    }

    /// Starts it and waits for its line `Listening on http://...`; what it prints is kept.
    #[track_caller]
    pub fn start(&self) -> Server {
        self.start_with(Output::Kept)
    }

    /// Starts it and waits for its line `Listening on http://...`, and does with further output
    /// as `output` says.
    #[track_caller]
    pub fn start_with(&self, output: Output) -> Server {
        let mut child = self.spawn();
        let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
        let stdout = child.stdout.take().expect("standard output is piped");
        let (first, stdout) = first_line(stdout).unwrap_or_default();
        let address = first
            .trim_end()
            .strip_prefix("Listening on http://")
            .and_then(|address| address.parse::<SocketAddr>().ok());
        let (Some(address), Some(stdout)) = (address, stdout) else {
            machine::end(&mut child);
            errors.wait_for_end();
            fail(
                &format!(
                    "{}the command {:?} {}",
                    if self.is_given { "SERVER: " } else { "" },
                    self.command,
                    self.address
                ),
                "a first line on standard output: Listening on http://ADDRESS:PORT",
                &format!("{first:?}, and on standard error {:?}", errors.all()),
                "src/main.rs; a server of your own must take the address as its first argument, \
                 and flush that line",
            );
        };
        Server::new(child, address, stdout, errors, output)
    }

    /// Runs it to its end: for a program that is expected not to start.
    #[track_caller]
    pub fn run_to_end(&self) -> Finished {
        finish(self.spawn(), PATIENCE).unwrap_or_else(|came| {
            fail(
                &format!("the command {:?} {}", self.command, self.address),
                "the program says what is wrong, and ends",
                &came,
                "src/main.rs",
            )
        })
    }

    /// What a shell has to do before it becomes the program.
    fn script(&self) -> Option<String> {
        if self.open_files.is_none() && !self.errors_in_log && self.silent_at.is_none() {
            return None;
        }
        let mut script = String::new();
        if self.errors_in_log {
            script += "exec 2>&1; "; // before the limit, since a shell needs a descriptor for that
        }
        if let Some(limit) = self.open_files {
            script += &format!("ulimit -n {limit} && ");
        }
        if let Some(address) = self.silent_at {
            script += &format!("echo Listening on http://{address} && ");
        }
        Some(script + "exec \"$0\" \"$@\"")
    }

    fn spawn(&self) -> Child {
        let mut words = self.command.clone();
        if let Some(script) = self.script() {
            words.splice(0..0, ["sh".into(), "-c".into(), script.into()]);
        }
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg(&self.address);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        inherited::keep_back();
        machine::prepare(&mut command);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (child, whose) = match self.is_given {
            true => (group::spawn(&mut command), ", which SERVER names"),
            false => (command.spawn(), ""),
        };
        child.unwrap_or_else(|error| panic!("cannot start {words:?}{whose}: {error}"))
    }
}

/// The first line, and the rest of the output to read on from; `None` if no line comes in time.
fn first_line(stdout: ChildStdout) -> Option<(String, Option<BufReader<ChildStdout>>)> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        let mut line = String::new();
        let _ = stdout.read_line(&mut line);
        let _ = sender.send((line, Some(stdout)));
    });
    receiver.recv_timeout(PATIENCE).ok()
}

/// What happens to the lines after `Listening on`.
pub enum Output {
    /// They are read and kept.
    Kept,
    /// Nobody reads them: the pipe stays open, and fills.
    Unread,
    /// The pipe is closed.
    Closed,
}

/// A program that was expected not to start, after its end.
pub struct Finished {
    pub status: ExitStatus,
    pub log: Vec<String>,
    pub errors: Vec<String>,
}
