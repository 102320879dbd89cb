//! The programs that the plays need.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;
use std::{fs, thread};

use kit::{Program, Server};

use super::action::Action;
use super::command::ADDRESS;
use super::script::Script;
use super::shown::wait_for;
use crate::compile::{self, Scratch};
use crate::follow::Project;
use crate::rustc::Rustc;

pub struct Tools {
    /// The workspace's programs, by the names of their packages.
    programs: BTreeMap<String, PathBuf>,
    /// The reader's own programs: each is built when the first play of it begins.
    own: BTreeMap<Project, OnceLock<Result<PathBuf, String>>>,
    /// Whoever builds waits here for a processor, so that plays under way are not held up.
    processors: (Sender<()>, Mutex<Receiver<()>>),
    rustc: Rustc,
    folder: Scratch,
}

impl Tools {
    pub fn new(scripts: &[Script]) -> Result<Tools, String> {
        need_curl()?;
        let mut programs = BTreeMap::new();
        for package in scripts.iter().flat_map(Script::packages) {
            if !programs.contains_key(package) {
                let program = kit::build_program(package, &[])?;
                programs.insert(package.to_string(), program);
            }
        }
        let own = scripts.iter().filter_map(|script| script.own.clone());
        let (free, wanted) = mpsc::channel();
        let _ = (free.send(()), free.send(())); // two may build at a time
        Ok(Tools {
            programs,
            own: own.map(|project| (project, OnceLock::new())).collect(),
            processors: (free, Mutex::new(wanted)),
            rustc: Rustc::new()?,
            folder: Scratch::new()?,
        })
    }

    /// Builds a reader's own program.
    fn build(&self, script: &Script, project: &Project) -> Result<PathBuf, String> {
        let mut project = project.clone();
        if script.is_silent() {
            // Its address stands in its text, and a test cannot count on that port.
            for line in project.values_mut().flatten() {
                *line = line.replace(&format!("{ADDRESS:?}"), "std::env::args().nth(1).unwrap()");
            }
        }
        let (free, wanted) = &self.processors;
        let wanted = || wanted.lock().unwrap_or_else(PoisonError::into_inner).recv();
        wanted().map_err(|error| error.to_string())?;
        let built = compile::build(&self.rustc, &project, &self.folder.0.join(&script.name));
        let _ = free.send(());
        built
    }

    /// The path of a package's program.
    pub fn program(&self, package: &str) -> &Path {
        &self.programs[package]
    }

    /// The path of a script's server.
    fn server(&self, script: &Script) -> Result<PathBuf, String> {
        match (script.server.package(), &script.own) {
            (Some(package), _) => Ok(self.program(package).to_path_buf()),
            (None, None) => Err("the program of no reader is meant".to_string()),
            (None, Some(project)) => {
                let build = || self.build(script, project);
                self.own[project].get_or_init(build).clone()
            }
        }
    }

    /// Starts the server of a script; `is_check` says whether it may go faster than the book tells it.
    pub fn start(&self, script: &Script, is_check: bool) -> Result<Server, String> {
        let command = &script.server;
        let mut program = Program::new(&self.server(script)?.to_string_lossy());
        if script.is_own() {
            // A panic says as much here as in a reader's terminal, whatever is set in this one.
            program = program.errors_in_log().variable("RUST_BACKTRACE", "0");
        }
        if let Some(limit) = command.open_files {
            program = program.open_files(limit);
        }
        for (name, value) in &command.variables {
            program = program.variable(name, value);
        }
        for action in script.actions.iter().filter(|_| is_check) {
            if let Action::Faster(name, value) = action {
                program = program.variable(name, value);
            }
        }
        if !script.is_silent() {
            return Ok(program.start());
        }
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let free = free.map_err(|error| format!("no free port: {error}"))?;
        let server = program.address(free).silent_at(free).start();
        wait_for_listener(&server, free)?;
        Ok(server)
    }
}

/// What a session shows of curl is what curl says, so that nothing can take its place.
fn need_curl() -> Result<(), String> {
    let found = Command::new("curl").arg("--version").output();
    found.map(drop).map_err(|error| {
        format!(
            "the sessions of the book need curl, and it does not start ({error}); install it: \
             `apt install curl` on Debian and Ubuntu, `brew install curl` on macOS, \
             `winget install cURL.cURL` on Windows"
        )
    })
}

/// Waits until a server listens there, or has ended. It is not called: it would take that for a client.
fn wait_for_listener(server: &Server, address: SocketAddr) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        thread::sleep(Duration::from_secs(1)); // nothing else says so
        return Ok(());
    }
    // In this table each socket has its address and port in hexadecimal, and 0A if it listens.
    let entry = format!(":{:04X} 00000000:0000 0A", address.port());
    let listens = || fs::read_to_string("/proc/net/tcp").is_ok_and(|table| table.contains(&entry));
    let is_over = || listens() || server.is_silent_for_ever();
    wait_for(kit::PATIENCE, is_over, || {
        format!("nobody listens on {address}")
    })
}
