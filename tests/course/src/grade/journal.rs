//! The verdicts, in memory and in a file to which each is added as it comes. So a run that was ended
//! can be taken up again. One line is one event, and ends with a dot: half a line is none.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use trial::Outcome;

use super::judge::Verdict;

pub const NAME: &str = "verdicts.txt";

const ESCAPES: [(&str, &str); 4] = [("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")];

/// The events, the oldest first: a file was begun, or has a verdict, or somebody holds it.
#[derive(Default)]
pub struct Journal {
    file: Option<File>,
    events: Vec<Vec<String>>,
}

impl Journal {
    /// # Errors
    /// The file cannot be read, or not be written.
    pub fn open(folder: &Path) -> Result<Journal, String> {
        let path = folder.join(NAME);
        let problem = |error: std::io::Error| format!("{}: {error}", path.display());
        let no_folder = |error| format!("--out {}: {error}", folder.display());
        fs::create_dir_all(folder).map_err(no_folder)?;
        let file = File::options().create(true).append(true).open(&path);
        let mut file = file.map_err(problem)?;
        let text = fs::read(&path).map_err(problem)?;
        // After half a line.
        if !text.is_empty() && !text.ends_with(b"\n") {
            writeln!(file).map_err(problem)?;
        }
        let text = String::from_utf8_lossy(&text);
        let lines = text.lines().filter_map(|line| line.strip_suffix("\t."));
        Ok(Journal {
            file: Some(file),
            events: lines
                .map(|line| line.split('\t').map(plain).collect())
                .collect(),
        })
    }

    /// Those that begin with these words, the newest first.
    fn find<const N: usize>(&self, words: [&str; N]) -> impl Iterator<Item = (usize, &[String])> {
        let events = self.events.iter().map(Vec::as_slice).enumerate().rev();
        events.filter(move |(_, event)| event.iter().zip(words).all(|(one, two)| one == two))
    }

    pub fn verdict(&self, key: &str) -> Option<Verdict> {
        let (_, event) = self.find(["verdict", key]).next()?;
        let [_, _, _, _, reads, built, checks @ ..] = event else {
            return None;
        };
        let check = |word: &String| match word.strip_prefix('-') {
            Some(why) => Err(why.to_string()),
            None => Ok(()),
        };
        Some(Verdict {
            outcome: match built.as_str() {
                "built" => Ok(checks.iter().map(check).collect()),
                why => Err(why.to_string()),
            },
            reads: reads.lines().map(str::to_string).collect(),
        })
    }

    /// How many times a file was begun, and the grader was gone before there was a verdict.
    pub fn begun(&self, key: &str) -> usize {
        let last = self.find(["verdict", key]).next();
        let is_later = |(at, _): &(usize, _)| last.is_none_or(|(last, _)| *at > last);
        self.find(["begin", key]).take_while(is_later).count()
    }

    /// What the same person had before.
    pub fn before(&self, name: &str, id: &str, key: &str) -> Option<Verdict> {
        let held = self
            .find(["holds", name, id])
            .filter_map(|(_, event)| event.get(3));
        held.filter(|older| *older != key)
            .find_map(|older| self.verdict(older))
    }

    pub fn add_holder(&mut self, name: &str, id: &str, key: &str) {
        let last = self.find(["holds", name, id]).next();
        if last.is_none_or(|(_, event)| event.last().is_none_or(|last| last != key)) {
            self.add(&["holds", name, id, key]);
        }
    }

    /// The name and the summary are for whoever reads the file.
    pub fn add_verdict(&mut self, key: &str, name: &str, verdict: &Verdict) {
        let (summary, reads) = (verdict.summary(), verdict.reads.join("\n"));
        let (built, checks) = match &verdict.outcome {
            Ok(checks) => ("built", checks.as_slice()),
            Err(why) => (why.as_str(), &[][..]),
        };
        let check = |check: &Outcome| match check {
            Ok(()) => "+".to_string(),
            Err(why) => format!("-{why}"),
        };
        let checks: Vec<String> = checks.iter().map(check).collect();
        let mut words = vec!["verdict", key, name, &summary, &reads, built];
        words.extend(checks.iter().map(String::as_str));
        self.add(&words);
    }

    pub fn add(&mut self, words: &[&str]) {
        let escaped = |word: &&str| {
            let pairs = ESCAPES.iter();
            pairs.fold(word.to_string(), |word, (one, two)| word.replace(one, two)) + "\t"
        };
        let line: String = words.iter().map(escaped).collect();
        let mut file = self.file.iter_mut();
        if let Some(Err(error)) = file.next().map(|file| writeln!(file, "{line}.")) {
            eprintln!("{NAME}: {error}");
        }
        self.events
            .push(words.iter().map(|word| word.to_string()).collect());
    }
}

fn plain(text: &str) -> String {
    // Between two doubled backslashes, each that is left begins a pair.
    let pieces = text.split("\\\\").map(|piece| {
        let pairs = ESCAPES.iter().skip(1);
        pairs.fold(piece.to_string(), |piece, (one, two)| {
            piece.replace(two, one)
        })
    });
    pieces.collect::<Vec<_>>().join("\\")
}
