//! An exercise with one more thing to do, or another, for which the book has no answer.
//!
//! `ex05b.diff` begins with the task, in one line. Parts follow, each with edits as `tests/proof` has
//! them, of a file of checks by its name, of the `starter`, and of the book's answer:
//!
//! ```text
//! @@ red: the_drop_waits "have they all ended"
//! @@ check: the_drop_waits "a pool that is dropped is gone"
//! @@ ex05b_checks.rs
//! @@ starter
//! @@ answer
//! ```
//!
//! `red` says which check the book's answer fails now, and with which words; `check` is a new one, with
//! what a learner believes who fails it, and its function.

use std::path::{Path, PathBuf};

use proof::{Expected, Variant, apply, folder, names, read, root};

/// Where a new check comes in.
const CHECKS: &str = "pub const CHECKS: &[Check] = &[\n";
const TESTS: &str = "trial::tests!(checks: ";

/// Above which line of a starter the task stands.
const COMMAND: &str = "//! Check it with: ";

/// How a task begins. Whoever finds this in an exercise has a varied one.
pub const BEGIN: &str = "//! In this variation, whatever is said below: ";

pub struct Variation {
    exercise: String,
    folder: PathBuf,
    task: String,
    parts: Vec<(String, String)>,
}

impl Variation {
    /// # Errors
    /// There is no such exercise, or no variation of it.
    pub fn of(exercise: &str) -> Result<Variation, String> {
        let text = read(&root().join(format!("tests/variations/{exercise}.diff")))?;
        let mut parts = text.split("@@ ");
        let task = parts.next().unwrap_or_default().trim().to_string();
        let parts = parts.map(|part| part.split_once('\n').unwrap_or((part, "")));
        Ok(Variation {
            exercise: exercise.to_string(),
            folder: folder(exercise)?,
            task,
            parts: parts
                .map(|(head, text)| (head.to_string(), text.to_string()))
                .collect(),
        })
    }

    /// All files of the exercise, by their paths, as the variation has them.
    ///
    /// # Errors
    /// An edit that cannot be made.
    pub fn files(&self) -> Result<Vec<(PathBuf, String)>, String> {
        let (exercise, starter) = (&self.exercise, self.starter()?);
        let mut files = vec![
            (self.folder.join(format!("{exercise}.rs")), starter.clone()),
            (self.folder.join(format!("starters/{exercise}.rs")), starter),
        ];
        let checks = self.folder.join("checks");
        for name in names(&checks)?
            .into_iter()
            .filter(|name| name.starts_with(exercise))
        {
            let text = self.with_check(&name, self.edited(&name, &read(&checks.join(&name))?)?);
            files.push((checks.join(name), text));
        }
        Ok(files)
    }

    /// The starter is red everywhere, the book's answer at one place, and an answer of its own green.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn variants(&self) -> Result<Vec<Variant>, String> {
        let book = format!("tests/answers/{}/answer.rs", self.exercise);
        let book = read(&root().join(book))?;
        let red = self
            .parts
            .iter()
            .find_map(|(head, _)| head.strip_prefix("red: "));
        let red = red
            .and_then(Expected::read)
            .ok_or("it does not say which check is red")?;
        let own = self.edited("answer", &book)?;
        Ok(vec![
            variant("starter", self.starter()?, Expected::AllRed),
            variant("the_book", book, red),
            variant("own", own, Expected::Green),
        ])
    }

    fn edited(&self, name: &str, text: &str) -> Result<String, String> {
        let mut parts = self.parts.iter();
        let Some((_, edits)) = parts.find(|(head, _)| head == name) else {
            return Ok(text.to_string());
        };
        let edits: Vec<&str> = edits.lines().collect();
        apply(text, &edits).map_err(|problem| format!("{}.diff: {name}: {problem}", self.exercise))
    }

    fn starter(&self) -> Result<String, String> {
        let path = self.folder.join(format!("starters/{}.rs", self.exercise));
        let text = self.edited("starter", &read(&path)?)?;
        let (above, below) = text
            .split_once(COMMAND)
            .ok_or("the starter names no command")?;
        Ok(format!("{above}{}//!\n{COMMAND}{below}", self.comment()))
    }

    /// The task, in lines of a hundred letters.
    fn comment(&self) -> String {
        let (mut comment, mut line) = (String::new(), BEGIN.trim_end().to_string());
        for word in self.task.split_whitespace() {
            if line.len() + word.len() > 98 {
                comment += &format!("{line}\n");
                line = "//!".to_string();
            }
            line += &format!(" {word}");
        }
        comment + &line + "\n"
    }

    /// The file with the new check, if it is one of those that name all checks.
    fn with_check(&self, file: &str, text: String) -> String {
        let heads = self.parts.iter();
        let mut new = heads.filter_map(|(head, body)| Some((head.strip_prefix("check: ")?, body)));
        let Some(((name, belief), body)) = new
            .next()
            .and_then(|(head, body)| Some((head.split_once(' ')?, body)))
        else {
            return text;
        };
        if file == format!("{}.rs", self.exercise) {
            return text.replace(TESTS, &format!("{TESTS}{name},\n    "));
        }
        let check = format!(
            "{CHECKS}    Check {{\n        name: \"{name}\",\n        misconception: {belief},\n        \
             run: {name},\n    }},\n"
        );
        match text.contains(CHECKS) {
            true => format!("{}\n{body}", text.replace(CHECKS, &check)),
            false => text,
        }
    }
}

fn variant(name: &str, text: String, expected: Expected) -> Variant {
    let (name, only_unix) = (name.to_string(), false);
    Variant {
        name,
        text,
        expected,
        only_unix,
    }
}

/// Proves a variation. Its files go into the folder.
///
/// # Errors
/// What does not hold.
pub fn prove(exercise: &str, into: &Path) -> Result<(), String> {
    let variation = Variation::of(exercise)?;
    let folder = into.join(exercise);
    let checks = variation.files()?.into_iter().filter(|(path, _)| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("checks"))
    });
    for (path, text) in checks {
        proof::write(
            &folder
                .join("checks")
                .join(path.file_name().unwrap_or_default()),
            &text,
        )?;
    }
    proof::prove_these(
        exercise,
        &folder.join("checks"),
        &variation.variants()?,
        &folder,
    )
}
