//! What was asked for.

use std::path::PathBuf;
use std::slice::Iter;
use std::thread;
use std::time::Duration;

pub const HELP: &str = "\
cargo course grade FOLDER...           each folder or archive is one submission
cargo course grade --each DIR          every folder in DIR is, and all files with one name before ex05b.rs

  --list                says what was found and what counts, and judges nothing
  --only 05b,05c        these exercises; else all of which a submission has a file
  --students FILE       the class, a name a line: who has handed in nothing has a row, too
  --out DIR             writes the results into DIR, each verdict as it comes: when it was ended, the
                        same command goes on
  --again               judges also what was judged before
  --points FILE         what is worth how much: `check 1`, `solved 4`, `05d solved 8`
  --limit SECONDS       how long one check may take: 10
  --build-limit SECONDS how long the compiler may take for one file: 60
  --jobs N              how many submissions at a time: as many as there are processors, and at most 4

It ends with 0 if everybody has handed in everything and all of it is right, and with 1 if not.

It runs what students wrote, with your rights. The page on grading says what that means.";

pub struct Options {
    pub folders: Vec<PathBuf>,
    pub each: Vec<PathBuf>,
    pub only: Vec<String>,
    pub out: Option<PathBuf>,
    pub students: Option<PathBuf>,
    pub points: Option<PathBuf>,
    pub list: bool,
    pub again: bool,
    pub limit: Duration,
    pub build_limit: Duration,
    pub jobs: usize,
}

impl Options {
    /// `None` if help was asked for.
    ///
    /// # Errors
    /// What is not understood, and what to try.
    pub fn parse(arguments: &[String]) -> Result<Option<Options>, String> {
        let mut options = Options {
            folders: Vec::new(),
            each: Vec::new(),
            only: Vec::new(),
            out: None,
            students: None,
            points: None,
            list: false,
            again: false,
            limit: Duration::from_secs(10),
            build_limit: Duration::from_secs(60),
            // Each may need some gibibytes.
            jobs: thread::available_parallelism()
                .map_or(1, usize::from)
                .min(4),
        };
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            if matches!(word.as_str(), "help" | "--help" | "-h") {
                return Ok(None);
            }
            options.take(word, &mut rest)?;
        }
        if options.folders.is_empty() && options.each.is_empty() {
            return Err(
                "Which submissions? Try: cargo course grade --each FOLDER, or \
                        cargo course grade help"
                    .to_string(),
            );
        }
        Ok(Some(options))
    }

    fn take(&mut self, word: &str, rest: &mut Iter<String>) -> Result<(), String> {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) if word.starts_with("--") => (name, Some(value.to_string())),
            _ => (word, None),
        };
        let mut value = || {
            let value = value.clone().or_else(|| rest.next().cloned());
            value.ok_or_else(|| format!("{name} needs a value. See: cargo course grade help"))
        };
        match name {
            "--each" => self.each.push(value()?.into()),
            "--out" => self.out = Some(value()?.into()),
            "--students" => self.students = Some(value()?.into()),
            "--points" => self.points = Some(value()?.into()),
            "--list" => self.list = true,
            "--again" => self.again = true,
            "--only" => {
                let value = value()?;
                let names = value.split(',').filter(|name| !name.is_empty());
                self.only.extend(names.map(str::to_string));
            }
            "--limit" => self.limit = seconds(name, &value()?)?,
            "--build-limit" => self.build_limit = seconds(name, &value()?)?,
            "--jobs" => self.jobs = number(name, &value()?, 64)?,
            _ if name.starts_with('-') => {
                return Err(format!(
                    "There is no option `{name}`. See: cargo course grade help. (Is it a folder? \
                     Then ./{name})"
                ));
            }
            _ => self.folders.push(word.into()),
        }
        Ok(())
    }
}

fn seconds(name: &str, value: &str) -> Result<Duration, String> {
    Ok(Duration::from_secs(number(name, value, 3600)? as u64))
}

fn number(name: &str, value: &str, most: usize) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(format!(
            "{name} {value}: that is no whole number from 1 to {most}. Try: {name} 2"
        )),
    }
}
