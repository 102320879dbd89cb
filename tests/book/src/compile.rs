//! Compiling what a reader has typed.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use crate::follow::Project;
use crate::rustc::{Rustc, Said};

/// A folder that is gone when this is dropped.
pub struct Scratch(pub PathBuf);

impl Scratch {
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

/// Checks a server as `cargo check` does: its library first, if there is one, and then its program.
pub fn project(rustc: &Rustc, project: &Project) -> Result<Said, String> {
    let scratch = Scratch::new()?;
    compile(rustc, project, &scratch.0, "metadata", "libserver.rmeta")
}

/// Builds a server in a folder, and returns the path of its program.
pub fn build(rustc: &Rustc, project: &Project, folder: &Path) -> Result<PathBuf, String> {
    let said = compile(rustc, project, folder, "link", "libserver.rlib")?;
    match said.compiles {
        true => Ok(folder.join("server.exe")),
        false => Err(format!("it does not compile:\n{}", said.text)),
    }
}

fn compile(
    rustc: &Rustc,
    project: &Project,
    folder: &Path,
    emit: &str,
    library: &str,
) -> Result<Said, String> {
    for (name, lines) in project {
        let path = folder.join(name);
        let inside = path.parent().unwrap_or(folder);
        fs::create_dir_all(inside)
            .and_then(|()| fs::write(&path, lines.join("\n") + "\n"))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let emit = format!("--emit={emit}");
    let (emit, unit) = (emit.as_str(), "-Ccodegen-units=1"); // more of them take longer in all
    let with_library = format!("--extern=server={library}");
    // The program is in a file of its own: Windows does not let it replace that of the library,
    // which is being read.
    let mut program = vec![
        emit,
        unit,
        "--crate-type=bin",
        "-o",
        "server.exe",
        "src/main.rs",
    ];
    let mut warnings = String::new();
    if project.contains_key("src/lib.rs") {
        let said = rustc.run(folder, &[emit, unit, "--crate-type=lib", "src/lib.rs"])?;
        if !said.compiles {
            return Ok(said);
        }
        warnings = said.text;
        program.extend([&with_library, "-L."]);
    }
    let said = rustc.run(folder, &program)?;
    Ok(Said {
        compiles: said.compiles,
        text: warnings + &said.text,
    })
}
