//! How many points there are for what: a rule in a small file.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use super::results::Cell;
use super::trusted::Trusted;

/// `solved` and `05d solved`, and how much each is worth.
pub struct Rule(HashMap<String, u32>);

const EXAMPLE: &str = "A line is such as `check 1`, `solved 4`, `compiles 1` or `05d solved 8`.";

impl Rule {
    /// Without a file each check is a point.
    ///
    /// # Errors
    /// The file cannot be read, or a line is not understood.
    pub fn read(path: Option<&Path>) -> Result<Rule, String> {
        let mut text = "check 1".to_string();
        if let Some(path) = path {
            let problem = |error| format!("--points {}: {error}", path.display());
            text = fs::read_to_string(path).map_err(problem)?;
        }
        let mut rule = HashMap::new();
        for line in text.trim_start_matches('\u{feff}').lines() {
            let words = line.split('#').next().unwrap_or_default();
            let mut words: Vec<&str> = words.split_whitespace().collect();
            let Some(points) = words.pop() else { continue };
            let is_known = matches!(words.last(), Some(&"check" | &"solved" | &"compiles"));
            match points.parse() {
                Ok(points @ ..10_000) if is_known => rule.insert(words.join(" "), points),
                _ => return Err(format!("--points: `{line}` is not understood. {EXAMPLE}")),
            };
        }
        Ok(Rule(rule))
    }

    /// With so many checks passed. A line about an exercise counts more than one about all.
    fn sum(&self, exercise: &Trusted, passed: usize) -> u32 {
        let [check, solved, compiles] = ["check", "solved", "compiles"].map(|what| {
            let of_it = self.0.get(&format!("{} {what}", exercise.id));
            of_it.or(self.0.get(what)).copied().unwrap_or(0)
        });
        let is_solved = u32::from(passed == exercise.checks.len());
        check * passed as u32 + solved * is_solved + compiles
    }

    pub fn most(&self, exercise: &Trusted) -> u32 {
        self.sum(exercise, exercise.checks.len())
    }

    /// An untouched file is worth nothing, whatever passes.
    pub fn of(&self, cell: &Cell) -> u32 {
        match cell.verdict.outcome {
            Ok(_) if !cell.is_starter => self.sum(cell.exercise, cell.verdict.passed()),
            _ => 0,
        }
    }
}
