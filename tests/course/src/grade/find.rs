//! Finds submissions, and the learners' files in them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::options::Options;

/// Nobody writes that much for an exercise.
const LARGEST: u64 = 1 << 20;

/// Folders of a clone whose files have the same names, and are not the learner's; and folders with
/// more files than anybody wants to look at.
const NOT_THEIRS: [&str; 3] = ["starters", "checks", "target"];

/// A folder of folders of folders is deep enough.
const DEEPEST: usize = 12;

pub struct Submission {
    pub name: String,
    /// By the exercise's id, such as `05b`.
    pub files: BTreeMap<String, Handed>,
}

pub struct Handed {
    pub path: PathBuf,
    pub text: Vec<u8>,
    /// What the teacher should know about the choice of this file.
    pub note: String,
}

/// # Errors
/// There is no such folder, or it cannot be read.
pub fn submissions(options: &Options) -> Result<Vec<Submission>, String> {
    let mut folders = BTreeSet::new();
    folders.extend(options.folders.iter().cloned());
    for each in &options.each {
        let entries = fs::read_dir(each).map_err(|error| no_folder(each, &error))?;
        let found = entries.flatten().map(|entry| entry.path());
        folders.extend(found.filter(|path| path.is_dir() && !is_hidden(path)));
    }
    if folders.is_empty() {
        return Err("There is no folder in what --each names. Is it the folder above?".to_string());
    }
    let mut count: HashMap<String, usize> = HashMap::new();
    for folder in &folders {
        *count.entry(name(folder)).or_default() += 1;
    }
    let submissions = folders.iter().map(|folder| {
        let mut found = BTreeMap::new();
        look(folder, 0, &mut found).map_err(|error| no_folder(folder, &error))?;
        let is_only = count.get(&name(folder)) == Some(&1);
        Ok(Submission {
            name: if is_only {
                name(folder)
            } else {
                folder.to_string_lossy().into_owned()
            },
            files: found.into_iter().filter_map(handed).collect(),
        })
    });
    submissions.collect()
}

fn no_folder(folder: &Path, error: &io::Error) -> String {
    format!(
        "{}: {error}. Give the folder that a submission's files are in.",
        folder.display()
    )
}

/// The last part of the path, even of `.` and `..`.
fn name(folder: &Path) -> String {
    let whole = folder.canonicalize();
    let whole = whole.as_deref().unwrap_or(folder);
    let last = whole.file_name().unwrap_or(whole.as_os_str());
    last.to_string_lossy().into_owned()
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}

/// Links are not followed: they may lead in a circle, or to files that are not the learner's.
fn look(folder: &Path, depth: usize, found: &mut BTreeMap<String, Vec<PathBuf>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if kind.is_dir() && depth < DEEPEST {
            if !name.starts_with('.') && !NOT_THEIRS.contains(&name.as_str()) {
                look(&entry.path(), depth + 1, found)?;
            }
        } else if let Some(id) = id(&name).filter(|_| kind.is_file()) {
            found.entry(id).or_default().push(entry.path());
        }
    }
    Ok(())
}

/// `05b` of `ex05b.rs`.
fn id(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let id = lower.strip_prefix("ex")?.strip_suffix(".rs")?;
    let is_id = matches!(id.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b'a'..=b'z']);
    is_id.then(|| id.to_string())
}

/// If there are several: the one in a folder `exercises`, or else the one nearest to the top.
fn handed((id, mut paths): (String, Vec<PathBuf>)) -> Option<(String, Handed)> {
    paths.sort_by_key(|path| {
        let parent = path.parent().and_then(Path::file_name);
        let is_at_its_place = parent.is_some_and(|name| name == "exercises");
        (!is_at_its_place, path.components().count(), path.clone())
    });
    let path = paths.first()?.clone();
    let mut note = String::new();
    if paths.len() > 1 {
        note = format!("{} such files; this is {}", paths.len(), path.display());
    }
    let text = match fs::metadata(&path) {
        Ok(about) if about.len() > LARGEST => Err("it is larger than 1 MiB".to_string()),
        _ => fs::read(&path).map_err(|error| error.to_string()),
    };
    let text = text.unwrap_or_else(|why| {
        note = format!("not read: {why}");
        format!("compile_error!({note:?});\n").into_bytes()
    });
    Some((id, Handed { path, text, note }))
}
