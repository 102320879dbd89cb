//! How many points there are for what: a rule in a small file.

use std::fs;
use std::path::Path;

use super::results::Cell;
use super::trusted::Trusted;

/// Of an exercise, or of all (`""`): what gives how much.
pub struct Rule(Vec<[String; 2]>, Vec<u32>);

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
        let mut rule = Rule(Vec::new(), Vec::new());
        for line in text.trim_start_matches('\u{feff}').lines() {
            let words = line
                .split('#')
                .next()
                .unwrap_or_default()
                .split_whitespace();
            let (id, what, points) = match words.collect::<Vec<_>>().as_slice() {
                [] => continue,
                [what, points] => ("", *what, points.parse().ok()),
                [id, what, points] => (*id, *what, points.parse().ok()),
                _ => ("", "", None),
            };
            let is_known = ["check", "solved", "compiles"].contains(&what);
            let Some(points) = points.filter(|points| is_known && *points <= 10_000) else {
                return Err(format!("--points: `{line}` is not understood. {EXAMPLE}"));
            };
            rule.0.push([id.to_string(), what.to_string()]);
            rule.1.push(points);
        }
        Ok(rule)
    }

    /// A line about an exercise counts more than one about all.
    fn worth(&self, id: &str, what: &str) -> u32 {
        let of = |id: &str| self.0.iter().rposition(|line| *line == [id, what]);
        let at = of(id).or_else(|| of(""));
        at.and_then(|at| self.1.get(at)).copied().unwrap_or(0)
    }

    /// With so many checks passed.
    fn sum(&self, exercise: &Trusted, passed: usize) -> u32 {
        let [check, solved, compiles] =
            ["check", "solved", "compiles"].map(|what| self.worth(&exercise.id, what));
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
