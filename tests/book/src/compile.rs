//! Compiling what a reader has typed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use crate::follow::Project;

/// A folder that is gone when this is dropped.
pub struct Scratch(pub PathBuf);

impl Scratch {
    /// # Errors
    /// The operating system's, in a sentence.
    pub fn new() -> Result<Scratch, String> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("book-{}-{count}", process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Compiles a server, and returns the compiler's warnings.
///
/// # Errors
/// What the compiler says, if it does not compile.
pub fn project(project: &Project) -> Result<String, String> {
    let scratch = Scratch::new()?;
    let folder = &scratch.0;
    for (name, lines) in project {
        let path = folder.join(name);
        let inside = path.parent().unwrap_or(folder);
        fs::create_dir_all(inside)
            .and_then(|()| fs::write(&path, lines.join("\n") + "\n"))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let mut warnings = String::new();
    let mut with_library = Vec::new();
    if project.contains_key("src/lib.rs") {
        warnings += &rustc(folder, &["--crate-type=lib", "src/lib.rs"])?;
        with_library = vec!["--extern=server=libserver.rmeta", "-L."];
    }
    // In a file of its own: Windows does not let it replace that of the library, which is being read.
    with_library.extend(["--crate-type=bin", "-o", "main.rmeta", "src/main.rs"]);
    warnings += &rustc(folder, &with_library)?;
    Ok(warnings)
}

fn rustc(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .current_dir(folder)
        .args(["--edition=2024", "--crate-name=server", "--emit=metadata"])
        .args(arguments)
        .output()
        .map_err(|error| format!("rustc did not start: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        Ok(said)
    } else {
        Err(said)
    }
}
