//! The reader's own program, as it is at a moment of a chapter.

use std::collections::BTreeMap;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

use kit::{Program, Server};

use super::command::DEFAULT_ADDRESS;
use super::script::Script;
use super::wait::wait_for;
use crate::compile::{Scratch, build};
use crate::follow::{Project, walk};
use crate::moment::Outcome;
use crate::pages::STEPS;
use crate::rustc::Rustc;

/// What ends the names of the sessions that are played once more, after the mend.
const MENDED: &str = "-mended";

/// Gives each script of a reader's own program the project that it is about: a piece marked
/// `harm=NAME` and one marked `mended=NAME`, whose script is the same unless it has one of its own.
///
/// # Errors
/// A script without a piece, or a piece without a script.
pub fn with_projects(scripts: Vec<Script>) -> Result<Vec<Script>, String> {
    let mut projects = projects()?;
    let (own, mut all): (Vec<Script>, Vec<Script>) = scripts.into_iter().partition(Script::is_own);
    let mut played: BTreeMap<String, Script> = BTreeMap::new();
    for script in &own {
        played.insert(script.name.clone(), script.clone());
        let mended = format!("{}{MENDED}", script.name);
        if projects.contains_key(&mended) {
            let script = Script {
                name: mended.clone(),
                ..script.clone()
            };
            played.entry(mended).or_insert(script);
        }
    }
    for (name, mut script) in played {
        script.own = projects.remove(&name);
        if script.own.is_none() {
            let name = name.rsplit('/').next().unwrap_or_default();
            return Err(format!(
                "{}.session: no piece on a page has `harm={name}`",
                script.name
            ));
        }
        all.push(script);
    }
    match projects.keys().next() {
        None => Ok(all),
        Some(name) => Err(format!(
            "a piece has a harm, but there is no {name}.session"
        )),
    }
}

/// The projects of all harms and mends, by the names of their sessions.
fn projects() -> Result<BTreeMap<String, Project>, String> {
    let mut projects = BTreeMap::new();
    for step in STEPS {
        for moment in walk(step)?.moments {
            let name = match &moment.outcome {
                Outcome::Harm(name) => format!("{step}/{name}"),
                Outcome::Mended(name) => format!("{step}/{name}{MENDED}"),
                _ => continue,
            };
            projects.insert(name, moment.project);
        }
    }
    Ok(projects)
}

/// A reader's program, built, in a folder of its own.
pub struct Own {
    pub program: Program,
    /// Where it listens, if it does not say so.
    pub silent_at: Option<SocketAddr>,
    _folder: Scratch,
}

impl Own {
    /// # Errors
    /// It does not compile.
    pub fn build(rustc: &Rustc, project: &Project) -> Result<Own, String> {
        let mut project = project.clone();
        let mut lines = project.values().flatten();
        let silent_at = match lines.any(|line| line.contains("Listening on")) {
            true => None,
            false => Some(move_to_free_port(&mut project)?),
        };
        let folder = Scratch::new()?;
        let path = build(rustc, &project, &folder.0)?;
        let program = Program::new(&path.to_string_lossy()).errors_in_log();
        // A panic says as much here as in a reader's terminal, whatever is set in this one.
        let mut program = program.variable("RUST_BACKTRACE", "0");
        if let Some(address) = silent_at {
            program = program.silent_at(address);
        }
        Ok(Own {
            program,
            silent_at,
            _folder: folder,
        })
    }
}

/// Lets a program that has its address in its text listen elsewhere, since a test cannot count on
/// that port.
fn move_to_free_port(project: &mut Project) -> Result<SocketAddr, String> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let free = free.map_err(|error| format!("no free port: {error}"))?;
    for line in project.values_mut().flatten() {
        *line = line.replace(DEFAULT_ADDRESS, &free.to_string());
    }
    Ok(free)
}

/// Waits until a server listens there, or has ended. It is not called: it would take that for a client.
///
/// # Errors
/// A sentence, if neither comes.
pub fn wait_for_listener(server: &Server, address: SocketAddr) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        thread::sleep(Duration::from_secs(1)); // nothing else says so
        return Ok(());
    }
    // In this table each socket has its address and port in hexadecimal, and 0A if it listens.
    let entry = format!(":{:04X} 00000000:0000 0A", address.port());
    let listens = || fs::read_to_string("/proc/net/tcp").is_ok_and(|table| table.contains(&entry));
    match wait_for(kit::PATIENCE, || listens() || server.is_silent_for_ever()) {
        true => Ok(()),
        false => Err(format!("nobody listens on {address}")),
    }
}
