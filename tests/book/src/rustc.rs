//! The compiler that is installed, and what it says.

use std::env;
#[cfg(unix)]
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::compile::Scratch;

pub struct Rustc {
    /// The line that `rustc --version` prints.
    pub version: String,
    sysroot: PathBuf,
    _scratch: Scratch,
}

pub struct Said {
    pub compiles: bool,
    pub text: String,
}

impl Rustc {
    pub fn new() -> Result<Rustc, String> {
        let scratch = Scratch::new()?;
        let libraries = PathBuf::from(print("--print=target-libdir")?);
        let sysroot = without_sources(&libraries, &scratch.0)
            .map_err(|error| format!("{}: {error}", libraries.display()))?;
        Ok(Rustc {
            version: print("--version")?,
            sysroot,
            _scratch: scratch,
        })
    }

    /// Compiles a crate `server` in a folder.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Result<Said, String> {
        let mut command = command();
        command.current_dir(folder).args([
            "--crate-name=server",
            "--edition=2024",
            "--color=never",
            "--error-format=human",
            "--diagnostic-width=140",
        ]);
        command.arg("--sysroot").arg(&self.sysroot).args(arguments);
        let output = output(command)?;
        Ok(Said {
            compiles: output.status.success(),
            text: normal(&String::from_utf8_lossy(&output.stderr)),
        })
    }
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

fn print(argument: &str) -> Result<String, String> {
    let mut command = command();
    command.arg(argument);
    let text = output(command)?.stdout;
    Ok(String::from_utf8_lossy(&text).trim_end().to_string())
}

fn command() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

fn output(mut command: Command) -> Result<Output, String> {
    let output = command.stdin(Stdio::null()).output();
    output.map_err(|error| format!("rustc does not start: {error}"))
}
