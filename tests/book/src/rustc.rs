//! The compiler that is installed, and what it says to one file.

use std::env;
#[cfg(unix)]
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::compile::Scratch;
use crate::files;

pub struct Rustc {
    /// The line that `rustc --version` prints.
    pub version: String,
    sysroot: PathBuf,
    scratch: Scratch,
}

pub struct Said {
    pub compiles: bool,
    pub text: String,
}

impl Rustc {
    /// # Errors
    /// There is no compiler, or no room for what it writes.
    pub fn new() -> Result<Rustc, String> {
        let scratch = Scratch::new()?;
        let libraries = PathBuf::from(print(&["--print=target-libdir"])?);
        let sysroot = without_sources(&libraries, &scratch.0)
            .map_err(|error| format!("{}: {error}", libraries.display()))?;
        Ok(Rustc {
            version: print(&["--version"])?,
            sysroot,
            scratch,
        })
    }

    /// Checks one program, given by its path from the root.
    ///
    /// # Errors
    /// The compiler does not start.
    pub fn compile(&self, path: &str) -> Result<Said, String> {
        let (folder, name) = path.rsplit_once('/').unwrap_or((".", path));
        let output = self.scratch.0.join(path.replace('/', "-"));
        let output = output.to_string_lossy();
        let arguments = ["--crate-type=bin", "--emit=metadata", "-o", &output, name];
        self.run(&files::root().join(folder), &arguments)
    }

    /// Runs it in a folder.
    ///
    /// # Errors
    /// The compiler does not start.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Result<Said, String> {
        let output = command()
            .current_dir(folder)
            .args([
                "--edition=2024",
                "--color=never",
                "--error-format=human",
                "--diagnostic-width=140",
            ])
            .arg("--sysroot")
            .arg(&self.sysroot)
            .args(arguments)
            .output()
            .map_err(|error| format!("rustc does not start: {error}"))?;
        Ok(Said {
            compiles: output.status.success(),
            text: normal(&String::from_utf8_lossy(&output.stderr)),
        })
    }
}

impl Said {
    /// The first line of each error, such as `error[E0382]: use of moved value: stream`.
    pub fn errors(&self) -> Vec<&str> {
        errors(&self.text)
    }
}

/// The first line of each error in a text.
pub fn errors(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("error:"))
        .filter(|line| !line.starts_with("error: aborting due to "))
        .collect()
}

/// Leaves out what differs from one installation to the next: where the standard library is.
fn normal(text: &str) -> String {
    let mut normal = String::new();
    for line in text.trim_end().lines() {
        match line.split_once("/library/") {
            Some((before, after)) if before.contains("--> ") || before.contains("::: ") => {
                let arrow = before.find(['-', ':']).unwrap_or(0);
                normal += &format!("{} /rustc/library/{after}", &before[..arrow + 3]);
            }
            _ => normal += line,
        }
        normal.push('\n');
    }
    normal
}

/// A folder that has the libraries of the compiler, but not their sources, which some readers have
/// installed: the compiler would quote them.
#[cfg(unix)]
fn without_sources(libraries: &Path, folder: &Path) -> io::Result<PathBuf> {
    let target = libraries.parent().ok_or(ErrorKind::NotFound)?;
    let name = target.file_name().ok_or(ErrorKind::NotFound)?;
    let sysroot = folder.join("sysroot");
    fs::create_dir_all(sysroot.join("lib/rustlib"))?;
    std::os::unix::fs::symlink(target, sysroot.join("lib/rustlib").join(name))?;
    Ok(sysroot)
}

/// Windows gives links to administrators only, so here it is the compiler's own folder. That is why
/// the words are not compared on Windows.
#[cfg(not(unix))]
fn without_sources(libraries: &Path, _folder: &Path) -> io::Result<PathBuf> {
    let sysroot = libraries.ancestors().nth(4).ok_or(ErrorKind::NotFound)?;
    Ok(sysroot.to_path_buf())
}

fn print(arguments: &[&str]) -> Result<String, String> {
    let output = command()
        .args(arguments)
        .output()
        .map_err(|error| format!("rustc does not start: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_string())
}

fn command() -> Command {
    let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.stdin(Stdio::null());
    command
}
