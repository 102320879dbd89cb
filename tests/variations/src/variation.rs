//! A variation, and what it makes of the files of its exercise.

use std::path::PathBuf;

use proof::{Expected, Variant, apply, folder, names, read, root};

/// Above which line of a starter the task stands.
const COMMAND: &str = "//! Check it with: ";

/// How a task begins. Whoever finds this in an exercise has a varied one.
const BEGIN: &str = "//! In this variation, whatever is said below: ";

pub struct Variation {
    exercise: String,
    /// Where the exercise is.
    pub folder: PathBuf,
    text: String,
}

impl Variation {
    /// # Errors
    /// There is no such exercise, or no variation of it.
    pub fn of(exercise: &str) -> Result<Variation, String> {
        let file = root().join(format!("tests/variations/{exercise}.diff"));
        if !file.is_file() {
            return Err(format!(
                "There is no variation of {exercise}. There is one of each exercise, 01a to 06d."
            ));
        }
        Ok(Variation {
            exercise: exercise.to_string(),
            folder: folder(exercise)?,
            text: read(&file)?,
        })
    }

    /// Whether the exercise is its variation already.
    ///
    /// # Errors
    /// Its file cannot be read.
    pub fn is_there(&self) -> Result<bool, String> {
        let file = self.folder.join(format!("{}.rs", self.exercise));
        Ok(read(&file)?.contains(BEGIN.trim_end()))
    }

    /// All files of the exercise, by their paths in its folder, as the variation has them.
    ///
    /// # Errors
    /// An edit that cannot be made.
    pub fn files(&self) -> Result<Vec<(String, String)>, String> {
        let (exercise, starter) = (&self.exercise, self.starter()?);
        let mut files = vec![
            (format!("{exercise}.rs"), starter.clone()),
            (format!("starters/{exercise}.rs"), starter),
        ];
        for name in names(&self.folder.join("checks"))? {
            if name.starts_with(exercise) {
                let path = format!("checks/{name}");
                let text = self.edited(&name, &read(&self.folder.join(&path))?)?;
                files.push((path, self.with_check(&name, text)));
            }
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
        let red = self.part("red: ").and_then(|(red, _)| Expected::read(red));
        let red = red.ok_or("it does not say which check is red")?;
        let own = self.edited("answer", &book)?;
        Ok(vec![
            Variant::new("starter", self.starter()?, Expected::AllRed),
            Variant::new("the_book", book, red),
            Variant::new("own", own, Expected::Red(Vec::new())),
        ])
    }

    /// The part whose head begins so: the rest of its head, and what stands below.
    fn part(&self, begin: &str) -> Option<(&str, &str)> {
        let mut parts = self.text.split("@@ ").skip(1);
        let (head, text) = parts
            .find(|part| part.starts_with(begin))?
            .split_once('\n')?;
        Some((head.strip_prefix(begin)?, text))
    }

    fn edited(&self, name: &str, text: &str) -> Result<String, String> {
        let (_, edits) = self.part(name).unwrap_or_default();
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
        let task = self.text.lines().next().unwrap_or_default();
        for word in task.split_whitespace() {
            if line.len() + word.len() > 98 {
                comment += &format!("{line}\n");
                line = "//!".to_string();
            }
            line += &format!(" {word}");
        }
        comment + &line + "\n"
    }

    /// The file with the new check, if it is the list of all checks, or the first file of them.
    fn with_check(&self, file: &str, text: String) -> String {
        let check = self.part("check: ");
        let parts = check.and_then(|(head, body)| Some((head.split_once(' ')?, body)));
        let Some(((name, belief), body)) = parts else {
            return text;
        };
        if file == format!("{}.rs", self.exercise) {
            let list = text.trim_end().trim_end_matches('}');
            return format!("{list}    {name}: {belief},\n}}\n");
        }
        match file == format!("{}_checks.rs", self.exercise) {
            true => format!("{text}\npub {body}"),
            false => text,
        }
    }
}
