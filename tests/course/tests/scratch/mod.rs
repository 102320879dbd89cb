//! A small project of its own for each test, and the program run on it.

#![allow(dead_code, reason = "each test file uses its part")]

pub mod lies;
pub mod lines;
mod said;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

pub use said::Said;

pub const FILE: &str = "steps/05-threadpool/exercises/ex05b.rs";
pub const STARTER: &str = "steps/05-threadpool/exercises/starters/ex05b.rs";

pub const UNSOLVED: &str = "pub fn double(_: u32) -> u32 {\n    todo!(\"double it\")\n}\n";
pub const SOLVED: &str = "pub fn double(number: u32) -> u32 {\n    number * 2\n}\n";
pub const WRONG: &str = "pub fn double(number: u32) -> u32 {\n    number + 2\n}\n";

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("workspace.txt")),
    ("steps/05-threadpool/Cargo.toml", include_str!("step.txt")),
    (FILE, UNSOLVED),
    (STARTER, UNSOLVED),
    (
        "steps/05-threadpool/exercises/checks/ex05b.rs",
        include_str!("root.txt"),
    ),
    (
        "steps/05-threadpool/exercises/checks/ex05b_checks.rs",
        include_str!("checks.txt"),
    ),
    ("steps/06-later/exercises/starters/ex06a.rs", ""),
    ("steps/06-later/exercises/ex06a.rs", ""),
    ("tests/answers/ex05b/answer.rs", SOLVED),
    (
        "book/src/05-threadpool/README.md",
        "# A pool of threads\n\nText.\n",
    ),
    ("book/src/05-threadpool/ex05b.md", include_str!("page.txt")),
];

pub struct Scratch {
    pub root: PathBuf,
}

impl Scratch {
    pub fn new() -> Scratch {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("course-{}-{count}", process::id()));
        let scratch = Scratch { root };
        for (path, text) in FILES {
            scratch.write(path, text);
        }
        for name in ["trial", "orders"] {
            let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
            copy(&package, &scratch.root.join("tests").join(name));
        }
        scratch
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// The program, with its output in pipes, with cargo in favour of colour,
    /// and with tests in the order of their names.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_course"));
        command
            .args(words)
            .env("COURSE_ROOT", &self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("CARGO_TERM_COLOR", "always")
            .env("RUST_TEST_THREADS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, words: &[&str]) -> Said {
        Said::new(self.command(words).output().unwrap())
    }

    /// What `cargo test` says of exercise 05b, with these words for the harness.
    pub fn plain(&self, words: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO"));
        command
            .args(["test", "--quiet", "--test", "ex05b", "--"])
            .args(words)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env_remove("RUST_TEST_NOCAPTURE");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::write(to, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}
