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
    LIBRARY.get_or_init(|| {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/faults/faults.rs");
        // Under a name of our own first: another run may be using the library at this moment.
        let folder = Path::new(folder);
        let new = folder.join(process::id().to_string());
        let library = folder.join("faults.so");
        compile(source.as_ref(), &["--crate-type=cdylib"], &new);
        fs::rename(&new, &library).expect("both are in the same folder");
        library
    })
}

/// Compiles a file, with no more than `rustc`.
///
/// # Panics
/// If there is no compiler, or if it has something to say against `source`.
pub fn compile(source: &Path, arguments: &[&str], output: &Path) {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.arg("--edition=2024").args(arguments);
    rustc.arg(source).arg("-o").arg(output);
    for job_server in ["CARGO_MAKEFLAGS", "MAKEFLAGS", "MFLAGS"] {
        rustc.env_remove(job_server); // whose descriptors are not passed on: see `keep_back`
    }
    let finished = crate::run_to_end(&mut rustc, 6 * crate::PATIENCE);
    assert!(finished.status.success(), "{rustc:?}: {finished:#?}");
}
