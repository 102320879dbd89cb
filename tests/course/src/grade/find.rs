//! Finds submissions, and whose they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::choice::{Files, Unjudged, chosen};
use super::names::{Kind, kind, owner};
use super::options::Options;
use super::walk::{Walk, name};
use crate::course::Course;

#[derive(Default)]
pub struct Submission {
    pub name: String,
    /// Without what tells apart two of the same name.
    pub person: String,
    pub files: Files,
    pub others: Vec<Unjudged>,
}

pub struct Found {
    pub submissions: Vec<Submission>,
    /// What lies about, and nobody knows whose it is.
    pub nobodys: Vec<Unjudged>,
}

/// All that has the same owner, by what tells apart two of the same name.
type Groups = BTreeMap<String, (String, Vec<PathBuf>)>;

/// # Errors
/// There is no such folder, or it cannot be read, or the list of the class cannot.
pub fn submissions(course: &Course, options: &Options, room: &Path) -> Result<Found, String> {
    let (groups, nobodys) = groups(course, options)?;
    if groups.is_empty() && nobodys.is_empty() {
        return Err("There is nothing in what --each names. Is it the folder above?".to_string());
    }
    let submissions = groups.iter().map(|(whole, (person, paths))| {
        let namesakes = groups.values().filter(|(other, _)| other == person);
        let mut walk = Walk::through(course, room, paths);
        Submission {
            name: if namesakes.count() == 1 {
                person
            } else {
                whole
            }
            .clone(),
            person: person.clone(),
            files: chosen(course, walk.found, &mut walk.others),
            others: walk.others,
        }
    });
    let mut submissions = submissions.collect();
    if let Some(list) = options.path("--students") {
        add_missing(list, &mut submissions)?;
    }
    Ok(Found {
        submissions,
        nobodys,
    })
}

fn groups(course: &Course, options: &Options) -> Result<(Groups, Vec<Unjudged>), String> {
    let (mut groups, mut nobodys) = (Groups::new(), Vec::new());
    for folder in &options.folders {
        // Even of `.` and `..` the name is known, and a link that the teacher names is followed.
        let whole = folder
            .canonicalize()
            .map_err(|error| no_folder(folder, &error))?;
        let inside = folder.join(".");
        let link = if whole.is_dir() {
            inside
        } else {
            folder.clone()
        };
        groups.insert(whole.display().to_string(), (name(&whole), vec![link]));
    }
    for each in options.all("--each").iter().map(Path::new) {
        let entries = fs::read_dir(each).map_err(|error| no_folder(each, &error))?;
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| !name(path).starts_with('.'));
        paths.sort();
        let is_alone = options.all("--each").len() == 1;
        let prefix = if is_alone { Path::new("") } else { each };
        let put = |path| put(&mut groups, prefix, path, course);
        nobodys.extend(paths.into_iter().filter_map(put));
    }
    Ok((groups, nobodys))
}

fn no_folder(path: &Path, error: &std::io::Error) -> String {
    let path = path.display();
    format!("{path}: {error}. Give the folder that a submission's files are in.")
}

/// Puts what somebody has handed in to the rest of that, or says why it is nobody's.
fn put(groups: &mut Groups, prefix: &Path, path: PathBuf, course: &Course) -> Option<Unjudged> {
    let file = name(&path);
    let kind = kind(&file, course);
    let of_file = (!path.is_dir()).then_some(&kind);
    let Some([person, key]) = owner(&file, of_file, course) else {
        let why = match kind {
            Kind::Other(why) => why,
            _ => "whose is it? Put it into a folder with a name".to_string(),
        };
        return Some(Unjudged { file, why });
    };
    let key = prefix.join(key).display().to_string();
    groups
        .entry(key)
        .or_insert((person, Vec::new()))
        .1
        .push(path);
    None
}

/// The list of a class: one name a line. Whoever has handed in nothing is a submission, too.
fn add_missing(list: &Path, submissions: &mut Vec<Submission>) -> Result<(), String> {
    let text = fs::read(list).map_err(|error| format!("--students {}: {error}", list.display()))?;
    let text = String::from_utf8_lossy(&text);
    let names = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    for name in names.filter(|name| !name.is_empty()) {
        let is_one = |one: &&mut Submission| ways(name).contains(&letters(&one.person));
        let mut theirs: Vec<&mut Submission> = submissions.iter_mut().filter(is_one).collect();
        match theirs.as_mut_slice() {
            [] => submissions.push(Submission {
                name: name.to_string(),
                ..Submission::default()
            }),
            [one] => one.name = name.to_string(),
            _ => {}
        }
    }
    submissions.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(())
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|one| one.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// `Ada King`, `King, Ada` and `kingada` are one person.
fn ways(name: &str) -> Vec<String> {
    let words: Vec<String> = name.split([' ', ',', '_']).map(letters).collect();
    let turned = |at: usize| words.iter().cycle().skip(at).take(words.len());
    (0..words.len())
        .map(|at| turned(at).cloned().collect())
        .collect()
}
