//! The terminal sessions of the book: real programs and real clients, recorded and replayed.
//!
//! `book/sessions/03-respond/pages.session` is a script; beside it are its two recordings, what the
//! server's terminal shows and what the client's terminal shows.

mod action;
mod check;
mod client;
mod command;
mod compare;
mod own;
mod script;
mod shown;
mod stage;
mod texts;
mod tools;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::files;
pub use check::{check, check_files};
use script::Script;
use shown::Shown;
use stage::Stage;
use tools::Tools;

/// Where the sessions are, from the root.
const FOLDER: &str = "book/sessions";

/// How long a harm may take to be seen.
const HARM_IN: Duration = Duration::from_secs(10);

/// How a session is recorded.
const RECORD: &str = "cargo run -p book -- record sessions";

/// Records the sessions whose names contain `filter`.
///
/// # Errors
/// A sentence about the first that cannot be recorded.
pub fn record(filter: &str) -> Result<(), String> {
    let mut scripts = scripts()?;
    scripts.retain(|script| script.name.contains(filter));
    if scripts.is_empty() {
        return Err(format!("{FOLDER}: no script's name contains {filter:?}"));
    }
    let tools = Tools::new(&scripts)?;
    for script in &scripts {
        let start = Instant::now();
        let shown = play(script, &tools, None)?;
        if script.is_own() && start.elapsed() > HARM_IN {
            let name = &script.name;
            return Err(format!("{name}: a harm must be seen within {HARM_IN:?}"));
        }
        files::write(&script.recording("server"), &shown.server)?;
        files::write(&script.recording("client"), &shown.client)?;
    }
    Ok(())
}

fn scripts() -> Result<Vec<Script>, String> {
    let files = files::below(FOLDER)?;
    let scripts = files.iter().filter(|path| path.ends_with(".session"));
    let scripts: Result<Vec<Script>, String> = scripts.map(|path| Script::read(path)).collect();
    own::with_projects(scripts?)
}

/// Plays one script; `wanted` is as in [`Stage`]. A server that does not start is a panic of `kit`, and
/// here a sentence.
fn play(script: &Script, tools: &Tools, wanted: Option<String>) -> Result<Shown, String> {
    let played = catch_unwind(AssertUnwindSafe(|| {
        let mut stage = Stage::open(script, tools, wanted)?;
        let mut actions = script.actions.iter();
        actions.try_for_each(|action| stage.act(action))?;
        stage.close()
    }));
    let result = played.unwrap_or_else(|panic| {
        let plain = panic.downcast_ref::<&str>().map(|text| text.to_string());
        let text = panic.downcast_ref::<String>().cloned().or(plain);
        Err(text.unwrap_or_else(|| "a panic without a sentence".to_string()))
    });
    result.map_err(|problem| format!("{FOLDER}/{}.session: {problem}", script.name))
}
