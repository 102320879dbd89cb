//! A variation, and what it makes of the files of its exercise.

use std::path::PathBuf;

use proof::{Expected, Variant, apply, folder, names, read, root};

/// Above which line of a starter the task stands.
const COMMAND: &str = "//! Check it with: ";

/// How a task begins. Whoever finds this in an exercise has a varied one.
const BEGIN: &str = "//! In this variation, whatever is said below: ";

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
        let file = root().join(format!("tests/variations/{exercise}.diff"));
        if !file.is_file() {
            return Err(format!(
                "There is no variation of {exercise}. There is one of each exercise, 01a to 06d."
            ));
        }
        let text = read(&file)?;
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

    /// Whether the exercise is its variation already.
    ///
    /// # Errors
    /// Its file cannot be read.
    pub fn is_there(&self) -> Result<bool, String> {
        let file = self.folder.join(format!("{}.rs", self.exercise));
        Ok(read(&file)?.contains(BEGIN.trim_end()))
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
            Variant::new("starter", self.starter()?, Expected::AllRed),
            Variant::new("the_book", book, red),
            Variant::new("own", own, Expected::Green),
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

    /// The file with the new check, if it is the list of all checks, or the first file of them.
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
            let list = text.trim_end().trim_end_matches('}');
            return format!("{list}    {name}: {belief},\n}}\n");
        }
        match file == format!("{}_checks.rs", self.exercise) {
            true => format!("{text}\npub {body}"),
            false => text,
        }
    }
}
