//! Looks through all that one person has handed in. Whatever is not judged is listed, with the reason.

use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};

use super::choice::{Handed, Unjudged};
use super::names::{Kind, kind};
use super::unpack::unpack;
use crate::course::Course;

/// What is not the learner's, or of no interest; the last two only in a clone.
const NOT_THEIRS: [(&str, &str); 6] = [
    ("starters", "these are our own starters"),
    ("checks", "these are our own checks"),
    ("target", "cargo makes these"),
    ("__MACOSX", "a Mac makes these"),
    ("book", ""),
    ("tests", ""),
];

/// A folder of folders of folders is deep enough.
const DEEPEST: usize = 12;

/// Nobody hands in so many files, and nobody writes so much for an exercise.
const MOST: usize = 5000;
const LARGEST: u64 = 1 << 20;

pub struct Walk<'a> {
    course: &'a Course,
    /// Where archives are unpacked.
    room: &'a Path,
    pub found: Vec<Handed>,
    pub others: Vec<Unjudged>,
    seen: usize,
    in_clone: bool,
    of_clone: usize,
}

impl<'a> Walk<'a> {
    /// What there is to judge in these, and what is not judged.
    pub fn through(course: &'a Course, room: &'a Path, paths: &[PathBuf]) -> Walk<'a> {
        let mut walk = Walk {
            course,
            room,
            found: Vec::new(),
            others: Vec::new(),
            seen: 0,
            in_clone: false,
            of_clone: 0,
        };
        for path in paths {
            let is_folder = path.is_dir() && !path.is_symlink();
            walk.look(path, &if is_folder { String::new() } else { name(path) });
        }
        // What was seen of a clone is one line, for all of its files.
        if walk.of_clone > 0 {
            let why = format!("{} things that are ours, or no exercise", walk.of_clone);
            walk.leave("the rest of a clone", &why);
        }
        if walk.seen > MOST {
            walk.leave("more files", "nobody looks at so many");
        }
        walk
    }

    fn leave(&mut self, file: &str, why: &str) {
        let [file, why] = [file, why].map(str::to_string);
        self.others.push(Unjudged { file, why });
    }

    /// Links are not followed: they may lead in a circle, or to files that are not the learner's.
    fn look(&mut self, path: &Path, shown: &str) {
        self.seen += 1;
        let looked = match path.symlink_metadata().map(|about| about.file_type()) {
            _ if self.seen > MOST => Ok(()),
            Ok(kind) if kind.is_dir() => self.look_inside(path, shown),
            Ok(kind) if kind.is_file() => self.look_at(path, shown),
            Ok(kind) if kind.is_symlink() => Err(Error::other("a link; no link is followed")),
            kind => kind.and(Err(Error::other("neither a file nor a folder"))),
        };
        if let Err(error) = looked {
            self.leave(shown, &error.to_string());
        }
    }

    fn look_inside(&mut self, folder: &Path, shown: &str) -> Result<()> {
        if shown.matches('/').count() > DEEPEST {
            return Err(Error::other("folders within folders without end"));
        }
        let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = entries.collect::<Result<Vec<_>>>()?;
        paths.sort();
        let was_in_clone = self.in_clone;
        self.in_clone |= folder.join("Cargo.lock").is_file() && folder.join("steps").is_dir();
        for path in paths {
            let name = name(&path);
            let below = format!("{shown}/{name}");
            let below = below.trim_start_matches('/');
            let is_folder = path.is_dir() && !path.is_symlink();
            match self.not_theirs(&name).filter(|_| is_folder) {
                Some(_) if self.in_clone => self.of_clone += 1,
                Some(why) => self.leave(&format!("{below}/"), why),
                None => self.look(&path, below),
            }
        }
        self.in_clone = was_in_clone;
        Ok(())
    }

    /// Why nobody looks into a folder of this name.
    fn not_theirs(&self, name: &str) -> Option<&'static str> {
        let why = NOT_THEIRS.iter().find(|(known, _)| *known == name);
        let why = why
            .map(|(_, why)| *why)
            .filter(|why| self.in_clone || !why.is_empty());
        why.or(name.starts_with('.').then_some("it is hidden"))
    }

    fn look_at(&mut self, path: &Path, shown: &str) -> Result<()> {
        match kind(&name(path), self.course) {
            Kind::Answer(_) if path.metadata()?.len() > LARGEST => {
                return Err(Error::other("larger than 1 MiB"));
            }
            Kind::Answer(answer) => self.found.push(Handed {
                is_at_its_place: path.with_file_name("").ends_with("exercises") && answer.copy == 0,
                id: answer.id,
                path: shown.to_string(),
                text: fs::read(path)?,
                copy: answer.copy,
                note: String::new(),
            }),
            Kind::Archive(_) => {
                self.seen += 100; // It may be full of archives.
                let number = fs::read_dir(self.room).map_or(0, Iterator::count);
                let room = self.room.join(number.to_string());
                unpack(path, &room).map_err(Error::other)?;
                self.look_inside(&room, shown)?;
            }
            Kind::Other(_) if self.in_clone => self.of_clone += 1,
            Kind::Other(why) => self.leave(shown, &why),
        }
        Ok(())
    }
}

pub fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
