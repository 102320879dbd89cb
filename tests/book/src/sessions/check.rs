//! Replays the sessions, and compares them with their recordings.

use super::compare::Comparable;
use super::script::Script;
use super::stage::Purpose;
use super::{FOLDER, RECORD, Tools, build_for, play, scripts};
use crate::{files, side_by_side};

/// How many are replayed at a time.
const AT_A_TIME: usize = 4;

/// How often a session is replayed in which clients give up.
const TRIES: usize = 3;

/// Replays all sessions, and compares what the terminals show with the recordings; returns what
/// is wrong.
pub fn check() -> Vec<String> {
    let prepared = scripts().and_then(|scripts| {
        let tools = build_for(&scripts)?;
        Ok((scripts, tools))
    });
    let (scripts, tools) = match prepared {
        Ok((scripts, _)) if scripts.is_empty() => return vec![format!("{FOLDER}: no scripts")],
        Ok(prepared) => prepared,
        Err(problem) => return vec![problem],
    };
    let found = side_by_side::map_with(AT_A_TIME, &scripts, |script| check_one(script, &tools));
    found.concat()
}

/// What is wrong in the folder itself: scripts without recordings, recordings without scripts.
pub fn check_files() -> Vec<String> {
    let (files, scripts) = match (files::below(FOLDER), scripts()) {
        (Ok(files), Ok(scripts)) => (files, scripts),
        (Err(problem), _) | (_, Err(problem)) => return vec![problem],
    };
    let mut expected: Vec<String> = Vec::new();
    for script in &scripts {
        let path = format!("{FOLDER}/{}.session", script.name);
        // What is played again after its mend needs no script of its own.
        if !script.is_own() || files.contains(&path) {
            expected.push(path);
        }
        expected.extend(["server", "client"].map(|terminal| script.recording(terminal)));
    }
    let missing = expected.iter().filter(|path| !files.contains(path));
    let missing = missing.map(|path| format!("{path} is not recorded; {RECORD}"));
    let unknown = files.iter().filter(|path| !expected.contains(path));
    let unknown = unknown.map(|path| format!("{path} has no script; delete it"));
    let mut problems: Vec<String> = missing.chain(unknown).collect();
    if scripts.is_empty() {
        problems.push(format!("{FOLDER}: no scripts"));
    }
    problems
}

fn check_one(script: &Script, tools: &Tools) -> Vec<String> {
    if script.needs_unix() && !cfg!(unix) {
        return Vec::new();
    }
    let check = || compare(script, tools).unwrap_or_else(|problem| vec![problem]);
    let mut problems = check();
    // On a busy machine a client may have given up that need not. What is wrong is so each time.
    for _ in 1..TRIES {
        if problems.is_empty() || !script.gives_up() {
            break;
        }
        problems = check();
    }
    problems
}

fn compare(script: &Script, tools: &Tools) -> Result<Vec<String>, String> {
    let recorded = |terminal| files::read(&script.recording(terminal));
    let (server, client) = (recorded("server")?, recorded("client")?);
    let comparable = |text: &str| Comparable::new(text, script.either());
    let (server, client) = (comparable(&server), comparable(&client));
    let purpose = Purpose::Check {
        recorded: server.clone(),
    };
    let shown = play(script, tools, purpose)?;
    let differences = [
        ("server", server.difference(&shown.server)),
        ("client", client.difference(&shown.client)),
    ];
    let differences = differences.into_iter().filter_map(|(terminal, why)| {
        let (path, why) = (script.recording(terminal), why?);
        let name = &script.name;
        Some(format!("{path}: {why}; if that is meant: {RECORD} {name}"))
    });
    Ok(differences.collect())
}
