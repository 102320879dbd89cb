//! The server on the library of the world: step 06 as it is, and with one fault put in.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use proof::{Crate, apply, contents, root, write};

const STEP: &str = "steps/06-graceful-shutdown";
const WRONG: &str = "tests/world/wrong.diff";

type Result<T> = std::result::Result<T, String>;

/// Step 06, where it stands.
///
/// # Errors
/// What the compiler says.
pub fn right() -> Result<PathBuf> {
    server("right", &root().join(STEP))
}

/// A copy with one of the faults that `wrong.diff` has.
///
/// # Errors
/// There is no such fault, or it does not fit; or what the compiler says.
pub fn wrong(name: &str) -> Result<PathBuf> {
    let copy = folder(name)?;
    for part in ["src", "pages"] {
        let from = root().join(STEP).join(part);
        for file in fs::read_dir(&from)
            .map_err(|error| error.to_string())?
            .flatten()
        {
            let text = fs::read_to_string(file.path()).map_err(|error| error.to_string())?;
            let file = file.file_name().to_string_lossy().into_owned();
            let text = with_fault(&text.replace("\r\n", "\n"), &file, name)?;
            write(&copy.join(part).join(file), &text)?;
        }
    }
    server(name, &copy)
}

/// The names of all faults.
///
/// # Errors
/// The file cannot be read.
pub fn faults() -> Result<Vec<String>> {
    let text = fs::read_to_string(root().join(WRONG)).map_err(|error| error.to_string())?;
    let names = text
        .lines()
        .filter_map(|line| line.strip_prefix("@@ ")?.split(' ').next());
    Ok(names.map(str::to_string).collect())
}

fn with_fault(text: &str, file: &str, name: &str) -> Result<String> {
    let all = fs::read_to_string(root().join(WRONG)).map_err(|error| error.to_string())?;
    let title = format!("{name} {file}");
    for wrong in all.split("@@ ").skip(1) {
        let lines: Vec<&str> = wrong.lines().collect();
        if lines.first() == Some(&&*title) {
            return apply(text, &lines[1..]).map_err(|why| format!("{WRONG}, {name}: {why}"));
        }
    }
    Ok(text.to_string())
}

fn server(name: &str, step: &Path) -> Result<PathBuf> {
    // Tests that run side by side would write the same files.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let into = folder(name)?;
    let std = format!("--extern=std={}", world()?.display());
    let contents = [contents(&step.join("src"))?, contents(&step.join("pages"))?].concat();
    let mut server = Crate {
        name: "step_06_graceful_shutdown".to_string(),
        root: step.join("src/lib.rs"),
        contents,
        externs: vec!["-Awarnings".to_string(), std],
        libraries: folder("libraries")?,
    };
    let pool = server.compile(&into)?;
    server
        .externs
        .push(format!("--extern={}={}", server.name, pool.display()));
    server.name = "server".to_string();
    server.root = step.join("src/main.rs");
    server.compile(&into)
}

/// The library of the world, once a process.
fn world() -> Result<PathBuf> {
    static WORLD: OnceLock<Result<PathBuf>> = OnceLock::new();
    let compile = || {
        let tests = root().join("tests");
        let orders = library("orders", &tests.join("orders/src"), vec![])?;
        let orders = format!("--extern=orders={}", orders.display());
        let pages = contents(&root().join(STEP).join("pages"))?;
        library("world", &tests.join("world/std"), vec![(orders, pages)])
    };
    WORLD.get_or_init(compile).clone()
}

fn library(name: &str, source: &Path, needs: Vec<(String, Vec<Vec<u8>>)>) -> Result<PathBuf> {
    let mut library = Crate {
        name: name.to_string(),
        root: source.join("lib.rs"),
        contents: contents(source)?,
        externs: vec!["-O".to_string()],
        libraries: folder("libraries")?,
    };
    for (library_needed, contents) in needs {
        library.externs.push(library_needed);
        library.contents.extend(contents);
    }
    library.compile(&library.libraries)
}

/// Beside the programs that cargo makes.
fn folder(name: &str) -> Result<PathBuf> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let beside = program.ancestors().find(|path| path.join("build").is_dir());
    let folder = beside
        .ok_or("not in a folder of cargo's")?
        .join("worlds")
        .join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
