//! What was asked for.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
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

const NOTHING: &str =
    "Which submissions? Try: cargo course grade --each FOLDER, or cargo course grade help";

const VALUES: &str = "--each --only --students --out --points --limit --build-limit --jobs";

#[derive(Default)]
pub struct Options {
    pub folders: Vec<PathBuf>,
    /// What was given for each name.
    given: HashMap<String, Vec<String>>,
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
        let mut options = Options::default();
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            if matches!(word.as_str(), "help" | "--help" | "-h") {
                return Ok(None);
            }
            options.take(word, &mut rest)?;
        }
        options.limit = Duration::from_secs(options.number("--limit", 10, 3600)?);
        options.build_limit = Duration::from_secs(options.number("--build-limit", 60, 3600)?);
        // Each may need some gibibytes.
        let processors = thread::available_parallelism().map_or(1, usize::from);
        options.jobs = options.number("--jobs", processors.min(4) as u64, 64)? as usize;
        match options.folders.is_empty() && !options.has("--each") {
            true => Err(NOTHING.to_string()),
            false => Ok(Some(options)),
        }
    }

    fn take(&mut self, word: &str, rest: &mut Iter<String>) -> Result<(), String> {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) if word.starts_with("--") => (name, Some(value.to_string())),
            _ => (word, None),
        };
        let value = match name {
            "--list" | "--again" => String::new(),
            _ if VALUES.split(' ').any(|one| one == name) => value
                .or_else(|| rest.next().cloned())
                .ok_or_else(|| format!("{name} needs a value. See: cargo course grade help"))?,
            _ if name.starts_with('-') => {
                return Err(format!(
                    "There is no option `{name}`. See: cargo course grade help. (Is it a folder? Then \
                     ./{name})"
                ));
            }
            _ => {
                self.folders.push(word.into());
                return Ok(());
            }
        };
        self.given.entry(name.to_string()).or_default().push(value);
        Ok(())
    }

    pub fn has(&self, name: &str) -> bool {
        self.given.contains_key(name)
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.given.get(name).map_or(&[], Vec::as_slice)
    }

    pub fn path(&self, name: &str) -> Option<&Path> {
        self.all(name).last().map(Path::new)
    }

    fn number(&self, name: &str, default: u64, most: u64) -> Result<u64, String> {
        let Some(value) = self.all(name).last() else {
            return Ok(default);
        };
        match value.parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(number),
            _ => Err(format!(
                "{name} {value}: that is no whole number from 1 to {most}. Try: {name} 2"
            )),
        }
    }
}
