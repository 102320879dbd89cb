//! What we know about an exercise from our own files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::course::{Course, Exercise};
use trial::fingerprint;

pub struct Trusted {
    pub id: String,
    pub step: String,
    pub checks: Vec<Named>,
    pub starter: Vec<u8>,
    /// Those that the book has.
    pub answers: Vec<Vec<u8>>,
    /// Differs when a verdict may: of the checks and of all that is compiled with them.
    pub conditions: String,
    /// The file that cargo compiles, as we want it for grading.
    pub root: String,
}

pub struct Named {
    pub name: String,
    pub misconception: String,
}

impl Trusted {
    /// # Errors
    /// A file is missing, or not as we expect it.
    pub fn read(course: &Course, exercise: &Exercise) -> Result<Trusted, String> {
        let (id, step) = (exercise.id.clone(), exercise.step.clone());
        let folder = format!("steps/{step}/exercises/checks");
        let text = |path: String| -> Result<String, String> {
            let bytes = course.read(&path)?;
            Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
        };
        let root = text(format!("{folder}/ex{id}.rs"))?;
        let starter = course.read(&exercise.starter())?;
        let checks =
            checks(&root).ok_or_else(|| format!("ex{id}: no trial::checks! in its root"))?;
        let root =
            for_grading(&root).ok_or_else(|| format!("ex{id}: no `mod exercise;` in its root"))?;
        let compiled = [
            "tests/trial/src",
            "tests/orders/src",
            &folder,
            &format!("steps/{step}/src"),
        ];
        let compiled = compiled.map(|folder| texts(&course.root.join(folder)).concat());
        Ok(Trusted {
            answers: texts(&course.root.join(format!("tests/answers/ex{id}"))),
            conditions: fingerprint(&[root.as_bytes(), &compiled.concat()].concat()),
            checks,
            starter,
            root,
            id,
            step,
        })
    }
}

/// All Rust files below a folder.
fn texts(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let texts = paths.iter().flat_map(|path| match path.is_dir() {
        true => texts(path),
        false => {
            let is_rust = path.extension().is_some_and(|end| end == "rs");
            fs::read(path).into_iter().filter(|_| is_rust).collect()
        }
    });
    texts.collect()
}

/// From `trial::checks! { a: "...", b: "...", }`, of which the first line may be another one.
fn checks(root: &str) -> Option<Vec<Named>> {
    let (_, list) = root.split_once("trial::checks! {")?;
    let row = |row: &str| {
        let (before, misconception) = row.rsplit_once('"')?;
        let (name, _) = before.rsplit_once(':')?;
        Some(Named {
            name: name.rsplit([' ', '\n']).next()?.to_string(),
            misconception: misconception.to_string(),
        })
    };
    let checks: Vec<Named> = list.split("\",\n").filter_map(row).collect();
    (!checks.is_empty()).then_some(checks)
}

/// The learner's file comes last, so that its macros are not those of the checks.
fn for_grading(root: &str) -> Option<String> {
    let mut lines: Vec<&str> = root.lines().collect();
    let place = lines.iter().position(|line| *line == "mod exercise;")?;
    let begin = place.checked_sub(1)?;
    let exercise: Vec<&str> = lines.drain(begin..=place).collect();
    let lines = lines.into_iter().chain(exercise);
    Some(lines.flat_map(|line| [line, "\n"]).collect())
}
