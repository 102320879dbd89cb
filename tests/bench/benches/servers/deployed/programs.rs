//! The servers of others that are measured, and where they are on this machine.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::configurations as with;

/// A server that is not ours. In Debian its package has the name of the program.
pub struct Deployed {
    /// How the tables call it.
    pub name: &'static str,
    pub program: &'static str,
    /// The argument on which it says its version.
    version: &'static str,
    /// Whether clients ask it again and again over one connection.
    pub keeps_alive: bool,
    /// Writes what it needs into the folder; returns its arguments.
    pub configure: fn(&Place) -> Vec<String>,
}

/// Where a server is at work.
pub struct Place {
    pub port: u16,
    /// For what it needs and writes.
    pub folder: PathBuf,
    /// The folder with its one page, `index.html`.
    pub pages: PathBuf,
}

pub const PROGRAMS: [Deployed; 6] = [
    Deployed {
        name: "nginx (1 process)",
        program: "nginx",
        version: "-v",
        keeps_alive: false,
        configure: |place| with::nginx(place, 1, "0"),
    },
    Deployed {
        name: "nginx (2 processes)",
        program: "nginx",
        version: "-v",
        keeps_alive: false,
        configure: |place| with::nginx(place, 2, "0"),
    },
    Deployed {
        name: "nginx (keep-alive)",
        program: "nginx",
        version: "-v",
        keeps_alive: true,
        configure: |place| with::nginx(place, 1, "60s"),
    },
    Deployed {
        name: "lighttpd",
        program: "lighttpd",
        version: "-v",
        keeps_alive: false,
        configure: with::lighttpd,
    },
    Deployed {
        name: "busybox httpd",
        program: "busybox",
        version: "--help",
        keeps_alive: false,
        configure: with::busybox,
    },
    Deployed {
        name: "python http.server",
        program: "python3",
        version: "--version",
        keeps_alive: false,
        configure: with::python,
    },
];

/// Looks whether all of them are on this machine.
///
/// # Errors
/// One line: what is missing, and how to install it.
pub fn look() -> Result<(), String> {
    let mut missing = programs();
    missing.retain(|(program, _)| find(program).is_none());
    let missing: Vec<&str> = missing.into_iter().map(|(program, _)| program).collect();
    match missing.as_slice() {
        [] => Ok(()),
        _ => Err(format!(
            "not installed: {}; on Debian: apt-get install --no-install-recommends {}",
            missing.join(", "),
            missing.join(" ")
        )),
    }
}

/// Each program once, and the argument for its version.
fn programs() -> Vec<(&'static str, &'static str)> {
    let mut programs: Vec<_> = PROGRAMS.iter().map(|p| (p.program, p.version)).collect();
    programs.dedup();
    programs
}

/// The system's own program, before others of the same name that PATH may have.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = ["/usr/sbin", "/usr/bin", "/bin"].map(PathBuf::from);
    let mut folders = folders.into_iter().chain(env::split_paths(&path));
    folders.find_map(|folder| Some(folder.join(program)).filter(|file| file.is_file()))
}

/// Their versions, in one line.
pub fn versions() -> String {
    let version = |(program, argument)| {
        let said = find(program).map(|file| said(&file, argument));
        let said = said.unwrap_or_default();
        let mut words = said.split_whitespace();
        let number = words.find(|word| word.contains('.') && word.contains(char::is_numeric));
        let number = number.map(|word| word.trim_start_matches(|c| !char::is_numeric(c)));
        format!("{program} {}", number.unwrap_or("unknown"))
    };
    let versions: Vec<String> = programs().into_iter().map(version).collect();
    versions.join(", ")
}

fn said(file: &Path, argument: &str) -> String {
    match Command::new(file).arg(argument).output() {
        Ok(output) => String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into(),
        Err(error) => error.to_string(),
    }
}
