//! A small project of its own for each test, and the program run on it.

mod lines;
mod said;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, LazyLock, Mutex};

pub use lines::Watch;
pub use said::Said;

pub const FILE: &str = "steps/05-threadpool/exercises/ex05b.rs";
pub const STARTER: &str = "steps/05-threadpool/exercises/starters/ex05b.rs";
pub const ROOT: &str = "steps/05-threadpool/exercises/checks/ex05b.rs";
pub const CHECKS: &str = "steps/05-threadpool/exercises/checks/ex05b_checks.rs";

pub const UNSOLVED: &str = "pub fn double(_: u32) -> u32 {\n    todo!(\"double it\")\n}\n";
pub const SOLVED: &str = "pub fn double(number: u32) -> u32 {\n    number * 2\n}\n";
pub const WRONG: &str = "pub fn double(number: u32) -> u32 {\n    number + 2\n}\n";

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("workspace.txt")),
    ("steps/05-threadpool/Cargo.toml", include_str!("step.txt")),
    (FILE, UNSOLVED),
    (STARTER, UNSOLVED),
    (ROOT, include_str!("root.txt")),
    (CHECKS, include_str!("checks.txt")),
    ("steps/06-later/exercises/starters/ex06a.rs", ""),
    ("steps/06-later/exercises/ex06a.rs", ""),
    ("tests/answers/ex05b/answer.rs", SOLVED),
    (
        "book/src/05-threadpool/README.md",
        "# A pool of threads\n\nText.\n",
    ),
    ("book/src/05-threadpool/ex05b.md", include_str!("page.txt")),
];

/// The real one, in whose folder the tests are.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An empty folder.
pub fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The numbers of the projects that no test has. A test has one at most, and waits for it: in each, what checks
/// are compiled with is compiled once.
static FREE: LazyLock<Mutex<Vec<usize>>> = LazyLock::new(|| Mutex::new(vec![0, 1, 2]));
static GIVEN_BACK: Condvar = Condvar::new();

pub struct Scratch {
    pub root: PathBuf,
    /// It outlives the project: at the same place, what has not changed is not compiled again.
    pub target: PathBuf,
    number: usize,
}

impl Scratch {
    pub fn new() -> Scratch {
        let free = GIVEN_BACK.wait_while(FREE.lock().unwrap(), |free| free.is_empty());
        let number = free.unwrap().pop().unwrap();
        let root = empty(&format!("course-{number}"));
        let scratch = Scratch {
            target: root.with_extension("target"),
            root,
            number,
        };
        for (path, text) in FILES {
            scratch.write(path, text);
        }
        for package in ["tests/trial", "tests/orders"] {
            copy(&workspace().join(package), &scratch.root.join(package));
        }
        scratch
    }

    /// With packages only.
    pub fn to_grade() -> Scratch {
        let scratch = Scratch::new();
        fs::remove_dir_all(scratch.root.join("steps/06-later")).unwrap();
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

    /// A path as one types it.
    pub fn at(&self, path: &str) -> String {
        self.root.join(path).display().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
        FREE.lock().unwrap().push(self.number);
        GIVEN_BACK.notify_one();
    }
}

/// With the times of the files, by which cargo knows what has changed.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (
            entry.as_ref().unwrap().path(),
            to.join(entry.unwrap().file_name()),
        );
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::write(&to, fs::read(&from).unwrap()).unwrap();
            let changed = from.metadata().unwrap().modified().unwrap();
            let to = File::options().append(true).open(&to).unwrap();
            to.set_modified(changed).unwrap();
        }
    }
}
