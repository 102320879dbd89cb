//! The programs that are measured. Ours are built in release mode, by the Cargo that runs this bench.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::running::Running;
use crate::{bare_loop, others};

/// A server that can be started.
pub struct Program {
    /// How the tables call it.
    pub name: &'static str,
    /// Whether clients ask it again and again over one connection.
    pub keeps_alive: bool,
    pub command: Command,
}

/// Writes what it needs into its folder; returns the program and its arguments.
pub type Command = Box<dyn Fn(&Place) -> Vec<String>>;

/// Where a server is at work.
pub struct Place {
    pub port: u16,
    /// For what it needs and writes.
    pub folder: PathBuf,
    /// The folder with its one page, `index.html`.
    pub pages: PathBuf,
}

/// For what is written: cargo names a folder for temporary files, inside of the target directory.
pub fn folder() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let folder = target
        .expect("it is inside of another folder")
        .join("bench");
    fs::create_dir_all(folder.join("pages")).expect("the target directory can be written");
    folder
}

/// Starts all of them. Their page is the one of step 06, and so is each byte of the bare loop's reply.
pub fn start_all(folder: &Path) -> Vec<(Program, Running)> {
    let step = |name, package| program(name, build(package), Vec::new());
    let step_06 = step("step 06", "step-06-graceful-shutdown");
    let reply = Running::start(&step_06, folder).reply();
    let end = reply.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    let page = &reply[end.expect("the head ends in an empty line") + 4..];
    fs::write(folder.join("pages/index.html"), page).expect("the folder can be written");
    let file = folder.join("reply");
    fs::write(&file, &reply).expect("the folder can be written");
    let this = env::current_exe().expect("this program has a path");
    let words = vec![bare_loop::WORD.to_string(), file.display().to_string()];
    let mut programs = vec![
        program(bare_loop::NAME, this, words),
        step("step 03", "step-03-respond"),
        step("step 05", "step-05-threadpool"),
        step_06,
    ];
    programs.extend(others::all());
    let start = |program| {
        let running = Running::start(&program, folder);
        // Each step has a page of its own, of nearly the same length.
        let is_right = program.name.starts_with("step") || running.reply().ends_with(page);
        assert!(is_right, "{} does not send the page", program.name);
        (program, running)
    };
    programs.into_iter().map(start).collect()
}

/// One of ours: its last argument is the address.
fn program(name: &'static str, path: PathBuf, words: Vec<String>) -> Program {
    let command = move |place: &Place| {
        let mut command = vec![path.display().to_string()];
        command.extend(words.clone());
        command.push(format!("127.0.0.1:{}", place.port));
        command
    };
    Program {
        name,
        keeps_alive: false,
        command: Box::new(command),
    }
}

/// The path of a step's program.
pub fn build(package: &str) -> PathBuf {
    let target = folder();
    let target = target.parent().and_then(Path::to_str);
    let target = target.expect("its path is text");
    kit::build_program(package, &["--release", "--target-dir", target])
        .unwrap_or_else(|problem| panic!("{problem}"))
}
