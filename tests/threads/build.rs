//! Writes the files that the tests try: the reader's own pool, which the variable `POOL` names; the
//! wrong ones, each told by what it changes in the step's file; and two files of step 06 as they are.

#[path = "../proof/src/edits.rs"]
mod edits;

use std::path::Path;
use std::{env, fs};

const WRONG: &str = "tests/threads/wrong.diff";

fn main() {
    println!("cargo::rerun-if-env-changed=POOL");
    let own = env::var("POOL").unwrap_or("steps/05-threadpool/src/thread_pool.rs".to_string());
    keep("own", "thread_pool.rs", &read(&own));
    for file in ["thread_pool.rs", "main.rs"] {
        let text = read(&format!("steps/06-graceful-shutdown/src/{file}"));
        keep("right_06", file, &without_modules(&text));
    }
    for wrong in read(WRONG).split("@@ ").skip(1) {
        let lines: Vec<&str> = wrong.lines().collect();
        let words: Vec<&str> = lines[0].split(' ').collect();
        let (name, file) = (words[0], words[1]);
        for number in &words[2..] {
            let step = match *number {
                "05" => "steps/05-threadpool",
                _ => "steps/06-graceful-shutdown",
            };
            let text = edits::apply(&read(&format!("{step}/src/{file}")), &lines[1..])
                .unwrap_or_else(|why| panic!("{WRONG}, {name}, step {number}: {why}"));
            keep(&format!("{name}_{number}"), file, &without_modules(&text));
        }
    }
}

/// The text of a file, which is named from the workspace's folder.
fn read(path: &str) -> String {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let source = Path::new(&root).join("../..").join(path);
    println!("cargo::rerun-if-changed={}", source.display());
    let text = fs::read_to_string(&source)
        .unwrap_or_else(|error| panic!("{path}: {error}; POOL names a file"));
    // An included file may not begin with the comment of a module.
    text.replace("\r\n", "\n").replace("//!", "//")
}

/// A test has stand-ins for most modules of `main.rs`. With one worker there are enough orders: the
/// pool is tried with more elsewhere.
fn without_modules(text: &str) -> String {
    let lines = text.lines().map(|line| match line.starts_with("mod ") {
        true => "", // the lines keep their numbers
        false => line,
    });
    let text: Vec<&str> = lines.collect();
    text.join("\n")
        .replace("WORKERS: usize = 4", "WORKERS: usize = 1")
}

/// Each in a folder of its own, so that a story names the file as the reader knows it.
fn keep(name: &str, file: &str, text: &str) {
    let out = env::var("OUT_DIR").expect("cargo names a folder for what is made");
    let folder = Path::new(&out).join(name);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(file), text))
        .expect("the folder can be written to");
}
