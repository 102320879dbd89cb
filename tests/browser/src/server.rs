//! The server under test: built beside this program, and started on a free port.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Duration;

use kit::{PATIENCE, Program, Server, fail};

use crate::tools;
use crate::waiting::wait_for;

/// The finished server.
pub const FINISHED: &str = "step-06-graceful-shutdown";

/// The first server that several tabs can use at a time.
pub const POOL: &str = "step-05-threadpool";

/// How long a build may take.
const BUILD_LIMIT: Duration = Duration::from_secs(300);

/// The folder of this program: `target/debug`, or wherever cargo was told to build.
fn build_folder() -> PathBuf {
    let program = env::current_exe().expect("the system knows where this program is");
    program
        .parent()
        .expect("a program is in a folder")
        .to_path_buf()
}

/// The folder `target`, or whatever else is in its place.
pub fn target_folder() -> PathBuf {
    build_folder()
        .join("..")
        .canonicalize()
        .expect("the build folder is in a folder")
}

/// Builds the servers into the folder that this program is in.
///
/// # Errors
/// What cargo says, if it fails.
pub fn build() -> Result<(), String> {
    let cargo = env::var("CARGO").unwrap_or("cargo".to_string());
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml");
    let target = target_folder().display().to_string();
    let mut words = vec![
        &cargo,
        "build",
        "--manifest-path",
        manifest,
        "--target-dir",
        &target,
    ];
    words.extend(["-p", FINISHED, "-p", POOL]);
    if build_folder().file_name() == Some(OsStr::new("release")) {
        words.push("--release");
    }
    let built = tools::run_within(&words, Vec::new(), BUILD_LIMIT);
    match built.code {
        Some(0) => Ok(()),
        _ => Err(format!("{} fails: {}", words.join(" "), built.errors)),
    }
}

/// A step's program, or the one that the environment variable `SERVER` names.
pub fn program(step: &str) -> Program {
    let path = build_folder().join(step);
    Program::new(&path.display().to_string())
}

/// Starts the finished server.
pub fn start() -> Server {
    program(FINISHED).start()
}

/// The address of a page.
pub fn url(server: &Server, target: &str) -> String {
    format!("http://{}{target}", server.address())
}

/// The log lines so far with `text` in them.
pub fn lines_with(server: &Server, text: &str) -> Vec<String> {
    let log = server.log();
    log.into_iter().filter(|line| line.contains(text)).collect()
}

/// Waits until the log has `count` lines with `text` in them.
pub fn wait_for_lines(server: &Server, text: &str, count: usize) -> Vec<String> {
    let enough = || {
        let lines = lines_with(server, text);
        (lines.len() >= count).then_some(lines)
    };
    wait_for(PATIENCE, enough).unwrap_or_else(|| {
        let log = format!("{:#?}", server.log());
        fail(
            "nothing more",
            &format!("{count} lines of log with {text:?}"),
            &log,
            "src/log.rs",
        )
    })
}
