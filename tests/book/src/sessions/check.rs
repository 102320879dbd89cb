//! Replays the sessions, and compares them with their recordings.

use super::compare::comparable;
use super::script::Script;
use super::{FOLDER, RECORD, Tools, play, scripts};
use crate::{files, made, side_by_side};

/// How many are replayed at a time. Nearly all of their time they wait.
const AT_A_TIME: usize = 12;

/// How often a session is replayed in which somebody gives up after a time.
const TRIES: usize = 3;

/// Replays all sessions, and compares what the terminals show with the recordings.
pub fn check() -> Result<Vec<String>, String> {
    let mut scripts = scripts()?;
    let tools = Tools::new(&scripts)?;
    scripts.reverse(); // those of the last chapters take longest
    let mut found = side_by_side::map_with(AT_A_TIME, &scripts, |script| play_one(script, &tools));
    // On a busy machine somebody may have given up too soon. What is wrong is so each time.
    for (script, problems) in scripts.iter().zip(&mut found) {
        for _ in 1..TRIES {
            if !problems.is_empty() && script.gives_up() {
                *problems = play_one(script, &tools);
            }
        }
    }
    Ok(found.concat())
}

/// What is wrong in the folder itself: scripts without recordings, recordings without scripts.
pub fn check_files() -> Result<Vec<String>, String> {
    let (files, scripts) = (files::below(FOLDER)?, scripts()?);
    let mut expected: Vec<String> = Vec::new();
    for script in &scripts {
        let path = format!("{FOLDER}/{}.session", script.name);
        // What is played again after its mend needs no script of its own.
        if !script.is_own() || files.contains(&path) {
            expected.push(path);
        }
        expected.extend(["server", "client"].map(|terminal| script.recording(terminal)));
    }
    let mut problems = made::strays(FOLDER, &expected, "has no script")?;
    expected.retain(|path| !files.contains(path));
    problems.extend(
        expected
            .iter()
            .map(|path| format!("{path} is not recorded; {RECORD}")),
    );
    problems.extend(scripts.is_empty().then(|| format!("{FOLDER}: no scripts")));
    Ok(problems)
}

fn play_one(script: &Script, tools: &Tools) -> Vec<String> {
    if script.needs_unix() && !cfg!(unix) {
        return Vec::new();
    }
    compare(script, tools).unwrap_or_else(|problem| vec![problem])
}

fn compare(script: &Script, tools: &Tools) -> Result<Vec<String>, String> {
    let mut recorded = Vec::new();
    for terminal in ["server", "client"] {
        let text = files::read(&script.recording(terminal))?;
        recorded.push((terminal, comparable(&text, script.either())));
    }
    let shown = play(script, tools, Some(recorded[0].1.clone()))?;
    let mut problems = Vec::new();
    for ((terminal, recorded), text) in recorded.iter().zip([&shown.server, &shown.client]) {
        let (path, name) = (script.recording(terminal), &script.name);
        let why = made::difference(recorded, &comparable(text, script.either()));
        problems.extend(why.map(|why| format!("{path}: {why}; if that is meant: {RECORD} {name}")));
    }
    Ok(problems)
}
