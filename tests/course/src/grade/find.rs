//! Finds submissions, and the learners' files in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::choice::{Files, chosen};
use super::names::{self, Kind, kind};
use super::options::Options;
use super::walk::{Unjudged, Walk, name};
use crate::course::Course;

pub struct Submission {
    pub name: String,
    /// Without what tells apart two of the same name.
    pub person: String,
    pub files: Files,
    pub others: Vec<Unjudged>,
}

/// All that has the same owner, by what tells apart two of the same name.
type Groups = BTreeMap<String, (String, Vec<PathBuf>)>;

pub struct Found {
    pub submissions: Vec<Submission>,
    /// What lies about, and nobody knows whose it is.
    pub nobodys: Vec<Unjudged>,
}

/// # Errors
/// There is no such folder, or it cannot be read.
pub fn submissions(course: &Course, options: &Options, room: &Path) -> Result<Found, String> {
    let known: Vec<&str> = course.exercises.iter().map(|one| one.id.as_str()).collect();
    let (groups, nobodys) = groups(options, &known)?;
    if groups.is_empty() && nobodys.is_empty() {
        return Err("There is nothing in what --each names. Is it the folder above?".to_string());
    }
    let submissions = groups.iter().map(|(whole, (person, paths))| {
        let namesakes = groups.values().filter(|(other, _)| other == person).count();
        let mut walk = walk(&known, room, paths);
        Submission {
            name: if namesakes == 1 { person } else { whole }.clone(),
            person: person.clone(),
            files: chosen(course, walk.found, &mut walk.others),
            others: walk.others,
        }
    });
    let submissions = submissions.collect();
    Ok(Found {
        submissions,
        nobodys,
    })
}

fn groups(options: &Options, known: &[&str]) -> Result<(Groups, Vec<Unjudged>), String> {
    let (mut groups, mut nobodys) = (Groups::new(), Vec::new());
    for folder in &options.folders {
        // Even of `.` and `..` the name is known, and a link that the teacher names is followed.
        let whole = folder.canonicalize();
        let whole = whole.map_err(|error| no_folder(folder, &error))?;
        let link = if whole.is_dir() {
            folder.join(".")
        } else {
            folder.clone()
        };
        let key = whole.display().to_string();
        groups.insert(key, (name(&whole), vec![link]));
    }
    for each in &options.each {
        let entries = fs::read_dir(each).map_err(|error| no_folder(each, &error))?;
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| !name(path).starts_with('.'));
        paths.sort();
        let prefix = if options.each.len() > 1 {
            each
        } else {
            Path::new("")
        };
        let left = paths
            .into_iter()
            .filter_map(|path| put(&mut groups, prefix, path, known));
        nobodys.extend(left);
    }
    Ok((groups, nobodys))
}

fn no_folder(path: &Path, error: &std::io::Error) -> String {
    let path = path.display();
    format!("{path}: {error}. Give the folder that a submission's files are in.")
}

/// Puts what somebody has handed in to the rest of that, or says why it is nobody's.
fn put(groups: &mut Groups, prefix: &Path, path: PathBuf, known: &[&str]) -> Option<Unjudged> {
    let file = name(&path);
    let kind = kind(&file, known);
    let of_file = (!path.is_dir()).then_some(&kind);
    let Some([person, key]) = names::owner(&file, of_file, known) else {
        let why = match kind {
            Kind::Other(why) => why,
            _ => "whose is it? Put it into a folder with a name".to_string(),
        };
        return Some(Unjudged { file, why });
    };
    let key = prefix.join(key).display().to_string();
    let group = groups.entry(key).or_insert((person, Vec::new()));
    group.1.push(path);
    None
}

fn walk<'a>(known: &'a [&'a str], room: &'a Path, paths: &[PathBuf]) -> Walk<'a> {
    let mut walk = Walk {
        known,
        room,
        found: Vec::new(),
        others: Vec::new(),
        seen: 0,
        in_clone: false,
        of_clone: 0,
    };
    for path in paths {
        let is_folder = path.is_dir() && !path.is_symlink();
        let shown = if is_folder { String::new() } else { name(path) };
        walk.look(path, &shown);
    }
    walk.end();
    walk
}
