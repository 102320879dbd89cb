//! Makes a project as a reader has it at a place of the book.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use typing::route::{Route, Stop};

use crate::course::Course;
use crate::course::names;
use crate::notes::Notes;
use crate::terminal::say;

const MANIFEST: &str = "\
[package]
name = \"server\"
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
";

/// # Errors
/// The place is in no chapter, or something is in the folder already, or it cannot be written.
pub fn start(course: &Course, words: &[String]) -> Result<bool, String> {
    let [place, folder] = words else {
        return Err("Where, and which folder? Try: cargo course start 05 ../server".to_string());
    };
    let target = absolute(folder)?;
    refuse(course, place, folder, &target)?;
    let route = Route::read()?;
    let at = find(&route, place)?;
    let stop = route.stops.get(at).ok_or("there is no such place")?;
    write_all(stop, &target).map_err(|error| format!("{folder}: {error}"))?;
    let has_git = git(&target, &["rev-parse"])
        || git(&target, &["init", "-q"]) && git(&target, &["add", "."]);
    if !has_git {
        say("Without git, copy its folder `src` to another place, to be able to go back.");
    }
    let words = match place.contains('.') {
        true => route.place(stop),
        false => format!("the beginning of chapter {place}"),
    };
    say!("{folder} is a project as it is at {words}.\nNext: cargo course where {folder}");
    Notes::read(&course.root)?.remember(&target, at)?;
    Ok(true)
}

/// Where nothing is to be made.
fn refuse(course: &Course, place: &str, folder: &str, target: &Path) -> Result<(), String> {
    if target.starts_with(absolute(&course.root.to_string_lossy())?) {
        return Err(format!(
            "{folder} is in the course's own folder, and cargo would make it a part of that. Try: \
             cargo course start {place} ../server"
        ));
    }
    if target.is_file() || !names(target)?.is_empty() {
        return Err(format!(
            "{folder} is there already, and nothing is written over. Try another name: cargo course \
             start {place} {folder}-2"
        ));
    }
    Ok(())
}

/// `05` is where chapter 05 begins, `05.3` its third checkpoint.
fn find(route: &Route, place: &str) -> Result<usize, String> {
    let (chapter, checkpoint) = place.split_once('.').unwrap_or((place, "0"));
    let numbers = chapter.parse::<usize>().ok().zip(checkpoint.parse().ok());
    let at = numbers.and_then(|(chapter, checkpoint)| Some((chapter.checked_sub(1)?, checkpoint)));
    let of = at.and_then(|(chapter, _)| route.checkpoints.get(chapter));
    let ((chapter, checkpoint), of) = at.zip(of).ok_or_else(|| {
        format!("There is no place `{place}`. Try: 05, or 05.3 for its checkpoint 3")
    })?;
    let is_there =
        |stop: &Stop| stop.chapter == chapter && [0, stop.checkpoint].contains(&checkpoint);
    let found = route.stops.iter().position(is_there);
    let found = found.ok_or(format!("Chapter {:02} has {of} checkpoints.", chapter + 1))?;
    // Before its first piece, a chapter is as the last one ends.
    Ok(found.saturating_sub(usize::from(checkpoint == 0)))
}

/// Of a folder that may not be there yet.
///
/// # Errors
/// The current folder is gone.
pub fn absolute(folder: &str) -> Result<PathBuf, String> {
    let problem = |error: io::Error| format!("{folder}: {error}");
    let path = std::path::absolute(folder).map_err(problem)?;
    // What there is of it tells through which links it goes. Windows has done with that already.
    let mut above = path.ancestors().filter(|_| !cfg!(windows));
    let there = above.find_map(|above| Some((above, above.canonicalize().ok()?)));
    Ok(match there {
        Some((above, real)) => real.join(path.strip_prefix(above).unwrap_or(Path::new(""))),
        None => path,
    })
}

fn write_all(stop: &Stop, folder: &Path) -> io::Result<()> {
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)
    };
    write("Cargo.toml", MANIFEST.to_string())?;
    write(".gitignore", "/target\n".to_string())?;
    let mut files = stop.files.iter();
    files.try_for_each(|(name, file)| write(name, file.lines.join("\n") + "\n"))
}

fn git(folder: &Path, words: &[&str]) -> bool {
    let mut git = Command::new("git");
    let git = git.args(words).current_dir(folder).stdout(Stdio::null());
    git.stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
