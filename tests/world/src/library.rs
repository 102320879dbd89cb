//! The standard library of the world, compiled for speed.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

use proof::{Crate, contents, root, write};

/// Which step's server lives in the world.
pub const STEP: &str = "steps/06-graceful-shutdown";

type Result<T> = std::result::Result<T, String>;

/// The library of the world, once a process.
pub fn world() -> Result<PathBuf> {
    static WORLD: OnceLock<Result<PathBuf>> = OnceLock::new();
    let compile = || {
        let tests = root().join("tests");
        let orders = library("orders", &tests.join("orders/src"), vec![], vec![])?;
        let orders = format!("--extern=orders={}", orders.display());
        // It compares replies with them.
        let pages = contents(&root().join(STEP).join("pages"))?;
        library("world", &tests.join("world/std"), vec![orders], pages)
    };
    WORLD.get_or_init(compile).clone()
}

fn library(
    name: &str,
    source: &Path,
    mut externs: Vec<String>,
    mut contents: Vec<Vec<u8>>,
) -> Result<PathBuf> {
    externs.push("-O".to_string());
    contents.extend(proof::contents(source)?);
    let library = Crate {
        name: name.to_string(),
        root: source.join("lib.rs"),
        contents,
        externs,
        libraries: folder("libraries")?,
    };
    library.compile(&library.libraries)
}

/// Beside the programs that cargo makes.
pub fn folder(name: &str) -> Result<PathBuf> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let beside = program.ancestors().find(|path| path.join("build").is_dir());
    let folder = beside
        .ok_or("not in a folder of cargo's")?
        .join("worlds")
        .join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// What the compiler says against a text.
///
/// # Errors
/// It says nothing.
#[allow(dead_code)] // only the tests ask
pub fn refused(text: &str) -> Result<String> {
    let into = folder("refused")?;
    let root = into.join("lib.rs");
    write(&root, text)?;
    let used = Crate {
        name: "used".to_string(),
        root,
        contents: vec![text.as_bytes().to_vec()],
        externs: vec![format!("--extern=std={}", world()?.display())],
        libraries: folder("libraries")?,
    };
    match used.compile(&into) {
        Ok(_) => Err(format!("it compiles: {text}")),
        Err(said) => Ok(said),
    }
}
