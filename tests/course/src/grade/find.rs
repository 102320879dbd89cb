//! Finds submissions, and the learners' files in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::choice::chosen;
use super::names::{self, Kind, kind};
use super::options::Options;
use super::walk::{Handed, Unjudged, Walk, name};
use crate::course::Course;

pub struct Submission {
    pub name: String,
    /// Without what tells apart two of the same name.
    pub person: String,
    /// By the exercise's id, such as `05b`.
    pub files: BTreeMap<String, Handed>,
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
        let mut walk = Walk {
            known: &known,
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
    let no_folder = |path: &Path, error: std::io::Error| {
        let path = path.display();
        format!("{path}: {error}. Give the folder that a submission's files are in.")
    };
    for path in &options.folders {
        // Even of `.` and `..` the name is known, and a link that the teacher names is followed.
        let whole = path
            .canonicalize()
            .map_err(|error| no_folder(path, error))?;
        let path = if whole.is_dir() {
            path.join(".")
        } else {
            path.clone()
        };
        groups.insert(
            whole.to_string_lossy().into_owned(),
            (name(&whole), vec![path]),
        );
    }
    for each in &options.each {
        let entries = fs::read_dir(each).map_err(|error| no_folder(each, error))?;
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let file = name(&path);
            let kind = kind(&file, known);
            let of_file = (!path.is_dir()).then_some(&kind);
            let why = match (names::owner(&file, of_file, known), &kind) {
                _ if file.starts_with('.') => continue,
                (Some([person, key]), _) => {
                    let is_only = options.each.len() == 1;
                    let key = if is_only {
                        key
                    } else {
                        each.join(key).display().to_string()
                    };
                    groups
                        .entry(key)
                        .or_insert((person, Vec::new()))
                        .1
                        .push(path);
                    continue;
                }
                (None, Kind::Other(why)) => why.clone(),
                (None, _) => "whose is it? Put it into a folder with a name".to_string(),
            };
            nobodys.push(Unjudged { file, why });
        }
    }
    Ok((groups, nobodys))
}
