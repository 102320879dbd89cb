//! `cargo course doctor` says what is wrong with the set-up, and what to type.

use std::fs::{self, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use crate::scratch::{Said, Scratch};

/// Each program that the doctor asks, with what it says.
fn said(scratch: &Scratch, programs: [(&str, &str); 4], more: &[(&str, &str)], port: &str) -> Said {
    for (name, says) in programs {
        let path = format!("bin/{name}");
        scratch.write(&path, &format!("#!/bin/sh\n{says}\n"));
        fs::set_permissions(scratch.root.join(path), Permissions::from_mode(0o755)).unwrap();
    }
    let bin = scratch.root.join("bin");
    let mut command = scratch.command(&["doctor", port]);
    command.env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
    command
        .env("CARGO", bin.join("cargo"))
        .env_remove("RUSTFLAGS")
        .env_remove("SERVER")
        .envs(more.iter().copied());
    Said::of(&mut command)
}

const WELL: [(&str, &str); 4] = [
    ("rustc", "echo rustc 1.200.0 today"),
    ("cargo", "true"),
    ("df", "echo Free; echo / 9 9 99999999 9"),
    ("mdbook", "echo mdbook v9.8.7"),
];

const ILL: [(&str, &str); 4] = [
    ("rustc", "echo rustc 1.80.1 old"),
    ("cargo", "test $1 != fmt"),
    ("df", "echo Free; echo / 9 9 9999 9"),
    ("mdbook", "echo mdbook v0.4.0"),
];

#[test]
fn what_is_well_is_named() {
    let scratch = Scratch::new();
    scratch.write(
        "README.md",
        "cargo install mdbook --version 9.8.7 --locked\n",
    );
    let all = "Rust, clippy and rustfmt, members, folder, environment, target, disk, port, mdbook";
    let said = said(&scratch, WELL, &[], "127.0.0.1:0");
    said.ends(
        0,
        &format!("Rust: 1.200.0 .. Everything is well that was looked at:  .. {all}"),
    );
}

#[test]
fn what_is_wrong_is_said_with_what_to_type() {
    let scratch = Scratch::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    scratch.write("steps/server/Cargo.toml", "");
    scratch.write("target/debug/course.d", "/elsewhere/target/debug/course: x");
    let port = taken.local_addr().unwrap().to_string();
    let said = said(&scratch, ILL, &[("RUSTFLAGS", "-D warnings")], &port);
    said.hides("Everything is well");
    said.ends(
        1,
        "wrong  Rust: 1.80.1, and 1.87 is needed. Type: rustup update",
    );
    said.shows("wrong  clippy .. rustup component add .. wrong  members .. server");
    said.shows("wrong  environment: RUSTFLAGS .. unset RUSTFLAGS .. wrong  target .. clean");
    said.shows(&format!(
        "wrong  disk: 9 MiB .. wrong  port:  .. {port} .. wrong  mdbook: mdbook v0.4.0"
    ));
}

#[test]
fn a_folder_that_does_harm_is_named() {
    let scratch = Scratch::new();
    for (name, words) in [
        ("a b", "blank"),
        ("\u{e9}", "unusual letter"),
        ("OneDrive", "is copied"),
    ] {
        let root = scratch.root.join(name).display().to_string();
        let said = said(&scratch, WELL, &[("COURSE_ROOT", &root)], "127.0.0.1:0");
        said.shows(&format!("wrong  folder:  .. {root} .. {words} .. Move it"));
    }
}
