//! The server on the library of the world: step 06 as it is, and with one fault put in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use proof::{Crate, apply, contents, root, write};

use crate::library::{STEP, folder, world};

const POOL: &str = "step_06_graceful_shutdown";
const WRONG: &str = "tests/world/wrong.diff";

type Result<T> = std::result::Result<T, String>;

/// Step 06, where it stands.
///
/// # Errors
/// What the compiler says.
pub fn right() -> Result<PathBuf> {
    let place = place("right");
    let _place = lock(&place);
    server("right", &root().join(STEP))
}

/// A copy with one of the faults that `wrong.diff` has.
///
/// # Errors
/// There is no such fault, or it does not fit; or what the compiler says.
pub fn wrong(name: &str) -> Result<PathBuf> {
    let faults = faults()?;
    if !faults.iter().any(|fault| fault == name) {
        return Err(format!("{WRONG} has these faults: {}", faults.join(", ")));
    }
    let place = place(name);
    let _place = lock(&place);
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

/// Tests that run side by side would write the same files: whoever has this lock may.
fn place(name: &str) -> Arc<Mutex<()>> {
    static PLACES: Mutex<BTreeMap<String, Arc<Mutex<()>>>> = Mutex::new(BTreeMap::new());
    Arc::clone(lock(&PLACES).entry(name.to_string()).or_default())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
    let std = format!("--extern=std={}", world()?.display());
    let pool = format!("--extern={POOL}={}", pool(name, step, &std)?.display());
    let server = Crate {
        name: "server".to_string(),
        root: step.join("src/main.rs"),
        contents: [contents(&step.join("src"))?, contents(&step.join("pages"))?].concat(),
        externs: vec!["-Awarnings".to_string(), std, pool],
        libraries: folder("libraries")?,
    };
    server.compile(&folder(name)?)
}

/// The library of the step. If a fault is elsewhere, it is that of the right server.
fn pool(name: &str, step: &Path, std: &str) -> Result<PathBuf> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = lock(&ONE_AT_A_TIME);
    let text = |step: &Path| fs::read(step.join("src/thread_pool.rs")).map_err(|e| e.to_string());
    let right = root().join(STEP);
    let (name, step) = match text(step)? == text(&right)? {
        true => ("right", &*right),
        false => (name, step),
    };
    let pool = Crate {
        name: POOL.to_string(),
        root: step.join("src/lib.rs"),
        contents: vec![text(step)?],
        externs: vec!["-Awarnings".to_string(), std.to_string()],
        libraries: folder("libraries")?,
    };
    pool.compile(&folder(name)?)
}
