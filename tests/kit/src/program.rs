//! Starting the program under test.

use std::env;
use std::ffi::OsString;
use std::fmt::{self, Display, Formatter};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use crate::run::{Finished, finish, piped};
use crate::{PATIENCE, faults, given, machine};

/// A program that can be started: a step's, or the one that the environment variable `SERVER` names.
#[derive(Clone)]
pub struct Program {
    command: Vec<OsString>,
    is_given: bool,
    /// What a shell does before it becomes the program.
    script: String,
    address: String,
    variables: Vec<(String, String)>,
    folder: PathBuf,
}

impl Program {
    /// The program at `path`. `SERVER="python3 my_server.py"` starts that in its stead; the
    /// address to listen on is its first argument all the same.
    pub fn new(path: &str) -> Program {
        let server = env::var_os("SERVER").map(|server| given::words(&server.to_string_lossy()));
        Program {
            is_given: server.is_some(),
            command: server.unwrap_or_else(|| vec![path.into()]),
            script: String::new(),
            address: "127.0.0.1:0".to_string(),
            variables: Vec::new(),
            folder: ".".into(),
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
        self.folder = folder.to_path_buf();
        self
    }

    /// Allows only so many open files (`ulimit -n`). Only on Unix.
    pub fn open_files(self, limit: impl Display) -> Program {
        self.after(&format!("ulimit -n {limit}"))
    }

    /// What it says on standard error stands among its lines of log. Only on Unix, and before
    /// [`Program::open_files`], since a shell needs a descriptor for that.
    pub fn errors_in_log(self) -> Program {
        self.after("exec 2>&1")
    }

    /// For a program that listens there, and does not say so. Only on Unix.
    pub fn silent_at(self, address: SocketAddr) -> Program {
        self.after(&format!("echo Listening on http://{address}"))
    }

    /// Starts it as `nohup` does: it is to ignore that its terminal is closed. Only on Unix.
    pub fn without_hangup(self) -> Program {
        self.after("trap '' HUP")
    }

    fn after(mut self, command: &str) -> Program {
        self.script = self.script + command + " && ";
        self
    }

    /// Lets calls of the operating system fail, as variables say that stand in `faults/faults.rs`;
    /// `folder` is `env!("CARGO_TARGET_TMPDIR")`. Only on Linux.
    pub fn faulty(self, folder: &str) -> Program {
        self.variable("LD_PRELOAD", faults::library(folder).display())
    }

    /// Runs it to its end: for a program that is expected not to start.
    #[track_caller]
    pub fn run_to_end(&self) -> Finished {
        let expected = "the program says what is wrong, and ends";
        finish(self.spawn(), PATIENCE, &self.to_string(), expected)
    }

    pub(crate) fn spawn(&self) -> Child {
        let mut words = self.command.clone();
        if !self.script.is_empty() {
            let script = format!("{}exec \"$0\" \"$@\"", self.script);
            words.splice(0..0, ["sh".into(), "-c".into(), script.into()]);
        }
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg(&self.address);
        command
            .envs(self.variables.clone())
            .current_dir(&self.folder);
        let (child, whose) = match self.is_given {
            true => (
                machine::spawn_group(piped(&mut command)),
                ", which SERVER names",
            ),
            false => (piped(&mut command).spawn(), ""),
        };
        child.unwrap_or_else(|error| panic!("cannot start {words:?}{whose}: {error}"))
    }
}

impl Display for Program {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let whose = if self.is_given { "SERVER: " } else { "" };
        write!(f, "{whose}the command {:?} {}", self.command, self.address)
    }
}
