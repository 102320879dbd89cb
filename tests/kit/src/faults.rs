//! A library that stands before the C library of a program under test, and commits faults of the
//! operating system that no test could wait for: an `accept` that fails, a `bind` that is not
//! allowed, a client whose buffer is full. Only on Linux, where `LD_PRELOAD` does that.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs, process};

/// The library of faults, compiled into `folder` once for each run.
pub fn library(folder: &str) -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults/faults.rs");
    LIBRARY.get_or_init(|| compile(&source, Path::new(folder)))
}

/// Returns its path.
///
/// # Panics
/// If there is no compiler, or if it has something to say against `source`.
fn compile(source: &Path, folder: &Path) -> PathBuf {
    // Under a name of our own first: another run may be using the library at this moment.
    let name = source.file_stem().unwrap_or_default().display();
    let new = folder.join(format!("{name}-{}.so", process::id()));
    let library = folder.join(format!("{name}.so"));
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc
        .args(["--edition=2024", "--crate-type=cdylib"])
        .arg(source)
        .arg("-o")
        .arg(&new);
    for job_server in ["CARGO_MAKEFLAGS", "MAKEFLAGS", "MFLAGS"] {
        rustc.env_remove(job_server); // whose descriptors are not passed on: see `inherited`
    }
    let output = rustc
        .output()
        .unwrap_or_else(|error| panic!("cannot start {rustc:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{rustc:?} failed: {said}");
    fs::rename(&new, &library).expect("both are in the same folder");
    library
}
