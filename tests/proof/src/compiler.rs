//! Compiles what cargo knows nothing of, and only if it has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::OnceLock;
use std::{env, env::consts::EXE_SUFFIX};

use crate::files::{about, names};

pub struct Crate {
    pub name: String,
    /// `main.rs` of a program, or `lib.rs` of a library.
    pub root: PathBuf,
    /// All that it is made of.
    pub contents: Vec<Vec<u8>>,
    /// What rustc is told about its libraries.
    pub externs: Vec<String>,
    /// Where those are that they need themselves.
    pub libraries: PathBuf,
}

impl Crate {
    /// The file that it is compiled to. Its name has in it what it is made of; if there is such a
    /// file, nothing has changed.
    ///
    /// # Errors
    /// What the compiler says.
    pub fn compile(&self, into: &Path) -> Result<PathBuf, String> {
        let (begin, end) = match self.root.ends_with("lib.rs") {
            true => (format!("lib{}-", self.name), ".rlib"),
            false => (format!("{}-", self.name), EXE_SUFFIX),
        };
        let mut hash = DefaultHasher::new();
        (version()?, &self.contents, &self.externs).hash(&mut hash);
        let file = into.join(format!("{begin}{:016x}{end}", hash.finish()));
        if file.is_file() {
            return Ok(file);
        }
        for older in names(into)?.iter().filter(|name| name.starts_with(&begin)) {
            let _ = fs::remove_file(into.join(older));
        }
        // With a name of its own until it is complete.
        let unfinished = into.join(format!("{}{end}", process::id()));
        self.rustc(&unfinished)?;
        fs::rename(&unfinished, &file).map_err(|error| about(&file, &error))?;
        Ok(file)
    }

    fn rustc(&self, to: &Path) -> Result<(), String> {
        let kind = if self.root.ends_with("lib.rs") {
            "lib"
        } else {
            "bin"
        };
        let output = rustc()
            .args(["--edition=2024", "--crate-type", kind])
            .args(["--crate-name", &self.name])
            .args(&self.externs)
            .arg(format!("-Ldependency={}", self.libraries.display()))
            .arg("-o")
            .args([to, &self.root])
            .output()
            .map_err(not_started)?;
        match output.status.success() {
            true => Ok(()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }
}

fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

fn not_started(error: std::io::Error) -> String {
    format!("rustc does not start: {error}")
}

/// Which compiler it is.
fn version() -> Result<String, String> {
    static VERSION: OnceLock<Result<String, String>> = OnceLock::new();
    let ask = || {
        let output = rustc().arg("-vV").output().map_err(not_started)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    VERSION.get_or_init(ask).clone()
}
