//! Looks at the set-up, and says what to type: `cargo course doctor`.

use std::env;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use crate::course::Course;
use crate::folders::names;
use crate::terminal::{Colour, paint, say};

/// What was found: well, or what is wrong and what to type.
type Found = Result<String, String>;

/// Where the book's programs listen, unless they are told otherwise.
const ADDRESS: &str = "127.0.0.1:7878";

/// What a whole `target` takes, in KiB.
const ROOM: u64 = 3 << 20;

/// Each of these changes what cargo does, without a word about it.
const VARIABLES: [&str; 6] = [
    "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET", "RUSTC_WRAPPER", "SERVER",
];

/// # Errors
/// None: what is wrong is told with the rest.
pub fn doctor(course: &Course, address: Option<&str>) -> Result<bool, String> {
    let root = course.root.as_path();
    let found = [
        ("Rust", rust(root)),
        ("clippy, rustfmt", components()),
        ("members", members(course)),
        ("folder", folder(root)),
        ("environment", environment()),
        ("target", target(root)),
        ("disk", disk(root)),
        ("port", port(address.unwrap_or(ADDRESS))),
        ("mdbook", mdbook(root)),
    ];
    for (what, found) in &found {
        let (word, text) = match found {
            Ok(text) => (paint(Colour::Green, "well "), text),
            Err(text) => (paint(Colour::Red, "wrong"), text),
        };
        say(&format!("  {word}  {what}: {text}"));
    }
    let is_well = found.iter().all(|(_, found)| found.is_ok());
    if is_well {
        let looked_at = found.map(|(what, _)| what).join(", ");
        say(&format!("\nEverything is well that was looked at: {looked_at}."));
    }
    Ok(is_well)
}

/// What a program says when it is asked; `None` if it is not there, or fails.
fn said(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// What stands in a file behind these words, up to the next blank or quotation mark.
fn wanted(root: &Path, file: &str, words: &str) -> String {
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    let rest = text.split_once(words).map_or("", |(_, rest)| rest);
    rest.split(['"', ' ', '\n']).next().unwrap_or_default().to_string()
}

fn rust(root: &Path) -> Found {
    let at_least = wanted(root, "Cargo.toml", "rust-version = \"");
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let version = said(&rustc, &["--version"]).ok_or("rustc does not start. See book/src/set-up.md")?;
    let version = version.split(' ').nth(1).unwrap_or_default().to_string();
    let number = |text: &str| -> Vec<u32> { text.split('.').map_while(|part| part.parse().ok()).collect() };
    match number(&version) >= number(&at_least) {
        true => Ok(version),
        false => Err(format!("{version}, and {at_least} is needed. Type: rustup update")),
    }
}

fn components() -> Found {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    for (command, component) in [("clippy", "clippy"), ("fmt", "rustfmt")] {
        if said(&cargo, &[command, "--version"]).is_none() {
            return Err(format!("cargo {command} is missing. Type: rustup component add {component}"));
        }
    }
    Ok("both are there".into())
}

/// `cargo new` in here makes its package a member, or leaves one that cargo refuses.
pub fn members(course: &Course) -> Found {
    let manifest = fs::read_to_string(course.root.join("Cargo.toml")).unwrap_or_default();
    let line = manifest.lines().find_map(|line| line.strip_prefix("members = ["));
    let listed = line.unwrap_or_default().split('"').skip(1).step_by(2);
    let strange = listed.filter(|name| !name.starts_with("steps/") && !name.starts_with("tests/"));
    let mut strange: Vec<String> = strange.map(str::to_string).collect();
    for (folder, ours) in [("", ['.'; 1]), ("steps/", ['0'; 1])] {
        let _ = (folder, ours);
    }
    Ok(String::new())
}
