//! A copy of the workspace for one job, with what is needed to check exercises, and no more: neither
//! answers nor what the teacher has typed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::trusted::Trusted;

/// What is copied beside the steps.
const TESTS: [&str; 3] = ["kit", "steps", "trial"];

pub struct Scratch {
    pub tree: PathBuf,
    pub target: PathBuf,
    /// Where the processes of the checks live.
    pub cells: PathBuf,
}

impl Scratch {
    pub fn new(root: &Path, folder: &Path) -> io::Result<Scratch> {
        let tree = folder.join("tree");
        let steps = tree.join("steps");
        copy(&root.join("steps"), &steps)?;
        for name in TESTS {
            let inside = Path::new("tests").join(name);
            copy(&root.join(&inside), &tree.join(&inside))?;
        }
        for step in fs::read_dir(&steps)? {
            let exercises = step?.path().join("exercises");
            if exercises.is_dir() {
                // The file beside it may be the teacher's own answer.
                copy(&exercises.join("starters"), &exercises)?;
            }
        }
        let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
        // Of the members that it names, only this one is not copied.
        let manifest = manifest.replace("\"book/wrong\", ", "");
        fs::write(tree.join("Cargo.toml"), manifest)?;
        let cells = folder.join("cells");
        fs::create_dir_all(&cells)?;
        Ok(Scratch {
            tree,
            target: folder.join("target"),
            cells,
        })
    }

    pub fn lay(&self, exercise: &Trusted, text: &[u8]) -> io::Result<()> {
        let folder = self.tree.join("steps").join(&exercise.step);
        let name = format!("ex{}.rs", exercise.id);
        let root = folder.join("exercises/checks").join(&name);
        if fs::read_to_string(&root).ok().as_ref() != Some(&exercise.root) {
            fs::write(&root, &exercise.root)?;
        }
        let path = folder.join("exercises").join(name);
        fs::write(&path, text)?;
        // Cargo compiles what is newer than the last build. Some clocks of files are coarse.
        let later = SystemTime::now() + Duration::from_secs(2);
        File::options().append(true).open(path)?.set_modified(later)
    }
}

/// Written, not copied: a copy might keep what was read-only.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            if entry.file_name() != "target" {
                copy(&entry.path(), &to)?;
            }
        } else {
            fs::write(to, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}
