//! Looks at the set-up, and says what to type: `cargo course doctor`.

mod place;

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::course::Course;
use crate::terminal::{Colour, paint, say};
pub use place::members;
use place::{disk, environment, folder, port, target};

/// What is well, or what is wrong and what to type.
type Found = Result<String, String>;

/// # Errors
/// There are none: what is wrong is told with the rest.
pub fn doctor(course: &Course, address: Option<&str>) -> Result<bool, String> {
    let root = course.root.as_path();
    let found = [
        ("Rust", rust(root)),
        ("clippy and rustfmt", components()),
        ("members", members(root)),
        ("folder", folder(&root.display().to_string())),
        ("environment", environment()),
        ("target", target(root)),
        ("disk", disk(root)),
        ("port", port(address.unwrap_or("127.0.0.1:7878"))),
        ("mdbook", mdbook(root)),
    ];
    for (what, found) in &found {
        say(&match found {
            Ok(text) => format!("  {}  {what}: {text}", paint(Colour::Green, "well ")),
            Err(text) => format!("  {}  {what}: {text}", paint(Colour::Red, "wrong")),
        });
    }
    let is_well = found.iter().all(|(_, found)| found.is_ok());
    if is_well {
        let seen = found.iter().filter(|(_, found)| *found != unseen());
        let seen: Vec<&str> = seen.map(|(what, _)| *what).collect();
        say!(
            "Everything is well that was looked at: {}.",
            seen.join(", ")
        );
    }
    Ok(is_well)
}

/// Of what is not looked at on this system.
fn unseen() -> Found {
    Ok("not looked at".to_string())
}

/// What a program says when it is asked; `None` if it is not there, or fails.
fn said(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_string();
    output.status.success().then_some(text)
}

/// What stands in a file of ours behind these words.
fn wanted(root: &Path, file: &str, words: &str) -> String {
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    let (_, rest) = text.split_once(words).unwrap_or_default();
    rest.split(['"', ' ']).take(1).collect()
}

fn rust(root: &Path) -> Found {
    let least = wanted(root, "Cargo.toml", "rust-version = \"");
    let said = said("rustc", &["--version"]).unwrap_or_default();
    let version = said.split(' ').nth(1).unwrap_or("there is none");
    let numbers = |text: &str| -> Vec<u32> { text.split('.').flat_map(str::parse).collect() };
    match numbers(version) >= numbers(&least) {
        true => Ok(version.to_string()),
        false => Err(format!(
            "{version}, and {least} is needed. Type: rustup update"
        )),
    }
}

fn components() -> Found {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
    let is_missing = |command| said(&cargo, &[command, "--version"]).is_none();
    match is_missing("clippy") || is_missing("fmt") {
        true => Err("not both are there. Type: rustup component add clippy rustfmt".to_string()),
        false => Ok("both are there".to_string()),
    }
}

/// Whoever reads the book on the web needs none.
fn mdbook(root: &Path) -> Found {
    let version = wanted(root, "README.md", "cargo install mdbook --version ");
    let install =
        format!("to read the book here, type: cargo install mdbook --version {version} --locked");
    match said("mdbook", &["--version"]) {
        None => Ok(format!("it is missing; {install}")),
        Some(said) if said == format!("mdbook v{version}") => Ok(version),
        Some(said) => Err(format!("{said} may not show the book as it is; {install}")),
    }
}
