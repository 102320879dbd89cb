//! Makes a project as a reader has it at a place of the book.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use typing::follow::{self, Project};
use typing::pages::STEPS;
use typing::route::Route;

use crate::course::Course;
use crate::folders::names;
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
pub fn start(course: &Course, place: &str, folder: &str) -> Result<bool, String> {
    let (words, project) = at(place)?;
    let target = absolute(folder)?;
    if target.starts_with(absolute(&course.root.to_string_lossy())?) {
        return Err(format!(
            "{folder} is in the course's own folder, and cargo would make it a part of that. Try: \
             cargo course start {place} ../server"
        ));
    }
    if !names(&target)?.is_empty() || target.is_file() {
        return Err(format!(
            "{folder} is there already, and nothing is written over. Try another name: cargo course \
             start {place} {folder}-2"
        ));
    }
    let mut files: Vec<(&str, String)> = vec![
        ("Cargo.toml", MANIFEST.to_string()),
        (".gitignore", "/target\n".to_string()),
    ];
    files.extend(
        project
            .iter()
            .map(|(name, lines)| (name.as_str(), lines.join("\n") + "\n")),
    );
    for (name, text) in files {
        write(&target.join(name), &text).map_err(|error| format!("{folder}/{name}: {error}"))?;
    }
    let is_inside = git(&target, &["rev-parse"]);
    let has_git = is_inside || (git(&target, &["init", "-q"]) && git(&target, &["add", "."]));
    say(&format!("{folder} is a project as it is in {words}."));
    if !has_git {
        say("Without git, copy its folder `src` to another place, to be able to go back.");
    }
    say(&format!(
        "Where you are, at any time: cargo course where {folder}"
    ));
    Notes::read(&course.root)?.remember(&target)?;
    Ok(true)
}

/// `05` is where chapter 05 begins, `05.3` its third checkpoint.
fn at(place: &str) -> Result<(String, Project), String> {
    let (chapter, checkpoint) = place.split_once('.').unwrap_or((place, "0"));
    let number: usize = chapter.parse().unwrap_or(0);
    let step = number.checked_sub(1).and_then(|at| STEPS.get(at));
    let step = step.ok_or(format!(
        "There is no chapter `{chapter}`. There are: 01 to 06."
    ))?;
    let wanted: usize = checkpoint
        .parse()
        .map_err(|_| format!("`{place}` is no place. Try: 05 or 05.3"))?;
    if wanted == 0 {
        return Ok((
            format!("chapter {number:02}, at its beginning"),
            follow::before(step)?,
        ));
    }
    let route = Route::read()?;
    let here = |chapter: usize| chapter + 1 == number;
    let stop = route
        .stops
        .iter()
        .find(|stop| here(stop.chapter) && stop.checkpoint == wanted);
    let stop = stop.ok_or_else(|| {
        let count = route
            .stops
            .iter()
            .filter(|stop| here(stop.chapter))
            .map(|stop| stop.checkpoint);
        format!(
            "Chapter {number:02} has {} checkpoints.",
            count.max().unwrap_or(0)
        )
    })?;
    let files = stop
        .files
        .iter()
        .map(|(name, file)| (name.clone(), file.lines.clone()));
    Ok((route.place(stop), files.collect()))
}

fn absolute(folder: &str) -> Result<PathBuf, String> {
    let problem = |error: io::Error| format!("{folder}: {error}");
    let path = std::path::absolute(folder).map_err(problem)?;
    // Its last part may not be there yet; the one before it tells through which links it goes.
    let there = path
        .ancestors()
        .find_map(|above| Some((above, above.canonicalize().ok()?)));
    Ok(match there {
        Some((above, real)) => real.join(path.strip_prefix(above).unwrap_or(Path::new(""))),
        None => path,
    })
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

fn git(folder: &Path, words: &[&str]) -> bool {
    let mut git = Command::new("git");
    let git = git
        .args(words)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    git.status().is_ok_and(|status| status.success())
}
