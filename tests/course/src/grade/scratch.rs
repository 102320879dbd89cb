//! A copy of the workspace for one job, with what is needed to check exercises, and no more: neither
//! answers nor what the teacher has typed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::trusted::Trusted;

/// What is copied beside the steps.
const COPIED: [&str; 2] = ["tests/trial", "tests/orders"];

pub struct Scratch {
    pub tree: PathBuf,
    pub target: PathBuf,
    /// Where the processes of the checks live.
    pub cells: PathBuf,
    /// Where they write whether they have passed.
    pub verdicts: PathBuf,
}

impl Scratch {
    pub fn new(root: &Path, folder: &Path) -> io::Result<Scratch> {
        let [tree, steps] = ["tree", "tree/steps"].map(|name| folder.join(name));
        copy(&root.join("steps"), &steps)?;
        for folder in COPIED {
            copy(&root.join(folder), &tree.join(folder))?;
        }
        for step in fs::read_dir(&steps)? {
            let step = step?;
            let [exercises, manifest] =
                ["exercises", "Cargo.toml"].map(|name| step.path().join(name));
            if exercises.is_dir() {
                // The file beside it may be the teacher's own answer.
                copy(&exercises.join("starters"), &exercises)?;
                fs::write(&manifest, without_others(&fs::read_to_string(&manifest)?))?;
            }
        }
        let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
        let rest = manifest.split_once("[workspace.package]");
        let (_, rest) = rest.unwrap_or_default();
        // No other member was copied: neither a test nor what `cargo new` has put in.
        let members = format!("members = [\"steps/*\", \"{}\"]", COPIED.join("\", \""));
        let head = format!("[workspace]\nresolver = \"3\"\n{members}\n\n[workspace.package]");
        fs::write(tree.join("Cargo.toml"), head + &without_others(rest))?;
        Ok(Scratch {
            target: folder.join("target"),
            cells: folder.join("cells"),
            verdicts: folder.to_path_buf(),
            tree,
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

pub fn no_room(folder: &Path, error: &io::Error) -> String {
    format!("{}: {error}. Is the disk full?", folder.display())
}

/// Written, not copied: a copy might keep what was read-only.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match entry.file_type()?.is_dir() {
            true if entry.file_name() == "target" => {}
            true => copy(&from, &to)?,
            false => fs::write(to, fs::read(from)?)?,
        }
    }
    Ok(())
}

/// Without what was not copied, and with cargo's own profiles: nobody debugs this.
fn without_others(manifest: &str) -> String {
    let is_other = |line: &&str| {
        let mut begins = ["\"tests/", "\"book/", "\"../../tests/"].iter();
        let is_copied = COPIED.iter().any(|copied| line.contains(copied));
        begins.any(|begin| line.contains(begin)) && !is_copied
    };
    let (manifest, _) = manifest.split_once("[profile").unwrap_or((manifest, ""));
    let lines = manifest.lines().filter(|line| !is_other(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}
