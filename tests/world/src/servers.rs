//! The server on the library of the world: step 06 as it is, and with one fault put in.

use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::OnceLock;
use std::{env, fs};

use proof::{Crate, contents, names, read, root, write};

use crate::faults::Fault;

const STEP: &str = "steps/06-graceful-shutdown";

type Result<T> = std::result::Result<T, String>;

/// Step 06, where it stands.
///
/// # Errors
/// What the compiler says.
pub fn right() -> Result<PathBuf> {
    static RIGHT: OnceLock<Result<PathBuf>> = OnceLock::new();
    let compiled = || server(&root().join(STEP), &folder("right")?, &[]);
    RIGHT.get_or_init(compiled).clone()
}

/// Copies with faults, one after the other in one folder: so the compiler looks only at what has
/// changed since the last. The folder is this process's own, and goes with it.
pub struct Copies(PathBuf);

impl Copies {
    /// # Errors
    /// The folder cannot be made.
    pub fn new(name: &str) -> Result<Copies> {
        Ok(Copies(folder(&format!("{name}-{}", process::id()))?))
    }

    /// # Errors
    /// The fault does not fit; or what the compiler says.
    pub fn server(&self, fault: &Fault) -> Result<PathBuf> {
        let copy = self.0.join("copy");
        for part in ["src", "pages"] {
            let from = root().join(STEP).join(part);
            for file in names(&from)? {
                let mut text = read(&from.join(&file))?.replace("\r\n", "\n");
                if file == fault.file {
                    text = fault.put_into(&text)?;
                }
                write(&copy.join(part).join(file), &text)?;
            }
        }
        let incremental = self.0.join("incremental");
        let option = format!("-Cincremental={}", incremental.display());
        server(&copy, &self.0, &[option])
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn server(step: &Path, into: &Path, options: &[String]) -> Result<PathBuf> {
    let name = "step_06_graceful_shutdown";
    let src = step.join("src");
    let text = read(&src.join("thread_pool.rs"))?.into_bytes();
    let pool = compile(name, &src.join("lib.rs"), vec![text], options, into)?;
    let pool = format!("--extern={name}={}", pool.display());
    let options = [options, &[pool]].concat();
    let all = [contents(&src)?, contents(&step.join("pages"))?].concat();
    compile("server", &src.join("main.rs"), all, &options, into)
}

/// Compiles something on the library of the world, unless nothing has changed.
///
/// # Errors
/// What the compiler says.
pub fn compile(
    name: &str,
    root: &Path,
    mut contents: Vec<Vec<u8>>,
    options: &[String],
    into: &Path,
) -> Result<PathBuf> {
    let world = world()?;
    let compiled = fs::metadata(&world).and_then(|file| file.modified());
    contents.push(format!("{compiled:?}").into_bytes());
    let std = format!("--extern=std={}", world.display());
    let program = Crate {
        name: name.to_string(),
        root: root.to_path_buf(),
        contents,
        externs: [&["-Awarnings".to_string(), std], options].concat(),
        libraries: world.with_file_name("deps"),
    };
    program.compile(into)
}

/// The library of the world, as cargo compiles it for these programs.
fn world() -> Result<PathBuf> {
    static WORLD: OnceLock<Result<PathBuf>> = OnceLock::new();
    let compile = || {
        let beside = beside()?;
        let output = Command::new(env!("CARGO"))
            .args([
                "build",
                "--quiet",
                "--package=world",
                "--lib",
                "--target-dir",
            ])
            .arg(beside.parent().unwrap_or(&beside))
            .current_dir(root())
            .output();
        let output = output.map_err(|error| format!("cargo does not start: {error}"))?;
        match output.status.success() {
            true => Ok(beside.with_file_name("debug").join("libworld.rlib")),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    };
    WORLD.get_or_init(compile).clone()
}

/// A folder beside the programs that cargo makes.
///
/// # Errors
/// It cannot be made.
pub fn folder(name: &str) -> Result<PathBuf> {
    let folder = beside()?.join("worlds").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn beside() -> Result<PathBuf> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let beside = program.ancestors().find(|path| path.join("build").is_dir());
    Ok(beside.ok_or("not in a folder of cargo's")?.to_path_buf())
}
