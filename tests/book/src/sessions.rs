//! The terminal sessions of the book: real programs and real clients, recorded and replayed.
//!
//! `book/sessions/03-respond/pages.session` is a script; beside it are its two recordings, what the
//! server's terminal shows and what the client's terminal shows.

mod build;
mod check;
mod client;
mod command;
mod compare;
mod end;
mod own;
mod script;
mod stage;
mod start;
mod texts;
mod wait;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::files;
use crate::rustc::Rustc;
pub use check::{check, check_files};
use end::Shown;
use script::Script;
use stage::{Purpose, Stage};

/// Where the sessions are, from the root.
const FOLDER: &str = "book/sessions";

/// How long a harm may take to be seen.
const HARM_IN: Duration = Duration::from_secs(10);

/// What the plays need: where the workspace's programs are, and what builds the reader's own.
pub struct Tools {
    programs: PathBuf,
    rustc: Rustc,
}

/// Records the sessions whose names contain `filter`, or all.
///
/// # Errors
/// A sentence about the first that cannot be recorded.
pub fn record(filter: Option<&str>) -> Result<(), String> {
    let filter = filter.unwrap_or_default();
    let scripts = scripts()?.into_iter();
    let scripts: Vec<Script> = scripts
        .filter(|script| script.name.contains(filter))
        .collect();
    if scripts.is_empty() {
        return Err(format!("{FOLDER}: no script's name contains {filter:?}"));
    }
    let tools = build_for(&scripts)?;
    for script in &scripts {
        let start = Instant::now();
        let shown = play(script, &tools, Purpose::Record)?;
        if script.is_own() && start.elapsed() > HARM_IN {
            let name = &script.name;
            return Err(format!("{name}: a harm must be seen within {HARM_IN:?}"));
        }
        files::write(&script.recording("server"), &shown.server)?;
        files::write(&script.recording("client"), &shown.client)?;
    }
    Ok(())
}

/// How a session is recorded.
const RECORD: &str = "cargo run -p book -- record sessions";

fn scripts() -> Result<Vec<Script>, String> {
    let files = files::below(FOLDER)?;
    let scripts = files.iter().filter(|path| path.ends_with(".session"));
    let scripts: Result<Vec<Script>, String> = scripts.map(|path| Script::read(path)).collect();
    own::with_projects(scripts?)
}

fn build_for(scripts: &[Script]) -> Result<Tools, String> {
    need_curl()?;
    let mut packages: Vec<&str> = scripts.iter().flat_map(Script::packages).collect();
    packages.sort_unstable();
    packages.dedup();
    Ok(Tools {
        programs: build::build(&packages)?,
        rustc: Rustc::new()?,
    })
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

/// Plays one script. A server that does not start is a panic of `kit`, and here a sentence.
fn play(script: &Script, tools: &Tools, purpose: Purpose) -> Result<Shown, String> {
    let played = catch_unwind(AssertUnwindSafe(|| {
        let mut stage = Stage::open(script, tools, purpose)?;
        script
            .actions
            .iter()
            .try_for_each(|action| stage.act(action))?;
        stage.close()
    }));
    let result = played.unwrap_or_else(|panic| Err(message(&*panic)));
    result.map_err(|problem| format!("{FOLDER}/{}.session: {problem}", script.name))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let plain = panic.downcast_ref::<&str>().map(|text| text.to_string());
    let text = panic.downcast_ref::<String>().cloned().or(plain);
    text.unwrap_or_else(|| "a panic without a sentence".to_string())
}
