//! Who has what.

use super::find::Submission;
use super::judge::Verdict;
use super::trusted::{Named, Trusted};
use super::units::{Unit, unusual};

impl Verdict {
    pub fn passed(&self) -> usize {
        match self {
            Verdict::Checked(checks) => checks.iter().filter(|check| check.is_ok()).count(),
            Verdict::NotCompiled(_) => 0,
        }
    }

    pub fn summary(&self) -> String {
        match self {
            Verdict::Checked(checks) => format!("{} of {}", self.passed(), checks.len()),
            Verdict::NotCompiled(_) => "does not compile".to_string(),
        }
    }
}

pub struct Results<'a> {
    pub exercises: &'a [Trusted],
    pub rows: Vec<Row<'a>>,
}

pub struct Row<'a> {
    pub name: &'a str,
    /// One for each exercise.
    pub cells: Vec<Option<Cell<'a>>>,
}

/// What one submission has for one exercise.
pub struct Cell<'a> {
    pub exercise: &'a Trusted,
    pub verdict: &'a Verdict,
    /// The first submission with the very same file, if there is an earlier one.
    pub same_as: Option<&'a str>,
    pub is_starter: bool,
    pub unusual: Vec<&'static str>,
    pub note: &'a str,
    pub file: String,
}

impl<'a> Results<'a> {
    pub fn new(
        submissions: &'a [Submission],
        exercises: &'a [Trusted],
        units: &[Unit<'a>],
        verdicts: &'a [Verdict],
    ) -> Results<'a> {
        let judged: Vec<_> = units.iter().zip(verdicts).collect();
        let cell = |holder: usize, at: usize| {
            let mut judged = judged.iter();
            let wanted = |unit: &Unit| unit.exercise == at && unit.holders.contains(&holder);
            let (unit, verdict) = judged.find(|(unit, _)| wanted(unit))?;
            Cell::new(submissions, exercises.get(at)?, unit, verdict, holder)
        };
        let rows = submissions.iter().enumerate();
        let rows = rows.map(|(holder, submission)| Row {
            name: &submission.name,
            cells: (0..exercises.len()).map(|at| cell(holder, at)).collect(),
        });
        Results {
            exercises,
            rows: rows.collect(),
        }
    }
}

impl<'a> Cell<'a> {
    fn new(
        submissions: &'a [Submission],
        exercise: &'a Trusted,
        unit: &Unit,
        verdict: &'a Verdict,
        holder: usize,
    ) -> Option<Cell<'a>> {
        let file = submissions.get(holder)?.files.get(&exercise.id)?;
        let first = unit.holders.first().filter(|first| **first != holder);
        let first = first.and_then(|first| submissions.get(*first));
        Some(Cell {
            exercise,
            verdict,
            same_as: first.map(|one| one.name.as_str()),
            is_starter: unit.text == exercise.starter,
            unusual: unusual(unit.text, &exercise.starter),
            note: &file.note,
            file: file.path.display().to_string(),
        })
    }

    /// Each check, and why it has not passed; nothing if there is no program.
    pub fn checks(&self) -> impl Iterator<Item = (&'a Named, Option<&'a str>)> {
        let outcomes = match self.verdict {
            Verdict::Checked(outcomes) => outcomes.as_slice(),
            Verdict::NotCompiled(_) => &[],
        };
        let why = outcomes.iter().map(|outcome| outcome.as_ref().err());
        self.exercise
            .checks
            .iter()
            .zip(why.map(|why| why.map(String::as_str)))
    }

    /// A check that fails names a misconception if that is all that is wrong. A file that loops
    /// fails nearly all of them.
    pub fn tells_a_belief(&self) -> bool {
        self.verdict.passed() * 2 >= self.exercise.checks.len()
    }

    pub fn result(&self) -> &'static str {
        match self.verdict {
            _ if self.is_starter => "starter",
            Verdict::NotCompiled(_) => "does not compile",
            Verdict::Checked(checks) if self.verdict.passed() == checks.len() => "solved",
            Verdict::Checked(_) if self.verdict.passed() == 0 => "no check passes",
            Verdict::Checked(_) => "some checks pass",
        }
    }
}
