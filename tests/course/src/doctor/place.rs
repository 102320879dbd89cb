//! Where the repository lies, and what lies around it.

use std::env;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;

use super::{Found, said, unseen};
use crate::course::names;

/// What changes what cargo does, without a word about it.
const VARIABLES: [&str; 5] = [
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "SERVER",
];

/// Folders that a program keeps the same on several machines, and has open while cargo writes.
const SYNCED: [&str; 4] = ["OneDrive", "Dropbox", "GoogleDrive", "iCloud"];

/// What a whole `target` takes, in KiB.
const ROOM: u64 = 3 << 20;

/// The longest folder that leaves room for the names in `target`, where Windows knows no longer paths.
const LONGEST: usize = if cfg!(windows) { 100 } else { 1000 };

/// `cargo new` in here makes its package a member, or leaves one that cargo refuses.
pub fn members(root: &Path) -> Found {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    let (_, members) = manifest.split_once("members = [").unwrap_or_default();
    let members = members.split(']').next().unwrap_or_default().split('"');
    let is_ours = |name: &&str| name.starts_with("steps/") || name.starts_with("tests/");
    let listed = members.skip(1).step_by(2).find(|name| !is_ours(name));
    let has_package = |path: &String| root.join(path).join("Cargo.toml").is_file();
    let steps = names(&root.join("steps")).unwrap_or_default().into_iter();
    let steps = steps
        .filter(|name| !name.starts_with('0'))
        .map(|name| format!("steps/{name}"));
    let mut strange = steps
        .chain(names(root).unwrap_or_default())
        .filter(has_package);
    match listed.map(str::to_string).or_else(|| strange.next()) {
        None => Ok("all are of this repository".to_string()),
        Some(name) => Err(format!(
            "{name} is not of this repository: was `cargo new` called in here? Move its folder out, and \
             type: git restore Cargo.toml Cargo.lock"
        )),
    }
}

pub fn folder(path: &str) -> Found {
    let what = if SYNCED.iter().any(|name| path.contains(name)) {
        "is copied elsewhere while cargo writes"
    } else if path.len() > LONGEST {
        "is too long"
    } else if path.contains(|letter: char| !letter.is_ascii_graphic()) {
        "has a blank or an unusual letter in its name, with which not every tool can do"
    } else {
        return Ok(path.to_string());
    };
    Err(format!("{path} {what}. Move it, to ~/tour or C:\\tour"))
}

pub fn environment() -> Found {
    let mut variables = VARIABLES.into_iter();
    let unset = if cfg!(windows) {
        "Remove-Item Env:"
    } else {
        "unset "
    };
    match variables.find(|name| env::var_os(name).is_some()) {
        None => Ok("nothing is set for cargo".to_string()),
        Some(name) => Err(format!(
            "{name} is set, and changes what cargo does. Type: {unset}{name}"
        )),
    }
}

/// What was built in another folder has that folder's paths in it.
pub fn target(root: &Path) -> Found {
    let built = root.join("target/debug");
    let here = built.display().to_string();
    let lists = names(&built).unwrap_or_default();
    let is_from_elsewhere = |list: &String| {
        let text = fs::read_to_string(built.join(list)).unwrap_or_default();
        list.ends_with(".d") && !text.replace("\\ ", " ").starts_with(&here)
    };
    if lists.iter().any(is_from_elsewhere) {
        return Err("it was made in another folder. Type: cargo clean".to_string());
    }
    let probe = root.join("target/.probe");
    let is_written = fs::create_dir_all(root.join("target")).and_then(|()| File::create(&probe));
    is_written.map_err(|error| format!("{error}. Is it somebody else's? Delete it"))?;
    let _ = fs::remove_file(probe);
    Ok("it can be written".to_string())
}

pub fn disk(root: &Path) -> Found {
    let said = said("df", &["-Pk", &root.display().to_string()]).unwrap_or_default();
    let second = said.lines().nth(1);
    let free = second.and_then(|line| line.split_whitespace().nth(3));
    match free.and_then(|free| free.parse::<u64>().ok()) {
        None => unseen(),
        Some(free) if free < ROOM => Err(format!("{} MiB are free. Type: cargo clean", free >> 10)),
        Some(free) => Ok(format!("{} GiB are free", free >> 20)),
    }
}

pub fn port(address: &str) -> Found {
    match TcpListener::bind(address) {
        Ok(_) => Ok(format!("{address} is free")),
        Err(error) => Err(format!(
            "{address}: {error}. Press Ctrl-C where a server runs, or take another port, as in: cargo run -p \
             step-03-respond -- 127.0.0.1:0"
        )),
    }
}
