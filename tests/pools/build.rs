//! Writes the files that the tests try: the reader's own pool, which the variable `POOL` names, and
//! the wrong ones. An edit that does not fit the step's file any more stops the build.

mod wrong;

use std::path::Path;
use std::{env, fs};

use wrong::{ONLY_06, POOLS, ROOMS, Wrong};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=wrong.rs");
    own();
    for all in [POOLS, ROOMS] {
        write("05", "steps/05-threadpool", all);
        write("06", "steps/06-graceful-shutdown", all);
    }
    write("06", "steps/06-graceful-shutdown", ONLY_06);
}

/// The file that `POOL` names, from the workspace's folder, or that of step 05.
fn own() {
    println!("cargo::rerun-if-env-changed=POOL");
    let path = env::var("POOL").unwrap_or("steps/05-threadpool/src/thread_pool.rs".to_string());
    keep("own", "thread_pool.rs", &text(Path::new(&path)));
}

/// The text of a file.
fn text(path: &Path) -> String {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let source = Path::new(&root).join("../..").join(path);
    println!("cargo::rerun-if-changed={}", source.display());
    let text = fs::read_to_string(&source)
        .unwrap_or_else(|error| panic!("{}: {error}; POOL names a file", path.display()));
    // An included file may not begin with the comment of a module.
    text.replace("\r\n", "\n").replace("//!", "//")
}

/// Each in a folder of its own, so that a story names the file as the reader knows it.
fn keep(name: &str, file: &str, text: &str) {
    let out = env::var("OUT_DIR").expect("cargo names a folder for what is made");
    let folder = Path::new(&out).join(name);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(file), text))
        .expect("the folder can be written to");
}

fn write(step: &str, folder: &str, all: &[Wrong]) {
    for (name, file, edits) in all {
        let source = Path::new(folder).join("src").join(file);
        let mut text = text(&source);
        for (old, new) in *edits {
            assert!(
                text.contains(old),
                "{name}: {} has no\n{old}",
                source.display()
            );
            text = text.replacen(old, new, 1);
        }
        keep(&format!("{name}_{step}"), file, &text);
    }
}
