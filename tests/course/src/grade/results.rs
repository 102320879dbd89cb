//! Who has what.

use std::ptr;

use super::choice::{Unjudged, same};
use super::find::{Found, Submission};
use super::journal::Journal;
use super::judge::Verdict;
use super::likeness::likenesses;
use super::trusted::{Named, Trusted};
use super::units::{Unit, unusual};

pub struct Results<'a> {
    pub exercises: &'a [Trusted],
    pub rows: Vec<Row<'a>>,
    /// What lies about beside the submissions.
    pub nobodys: &'a [Unjudged],
}

pub struct Row<'a> {
    pub name: &'a str,
    /// One for each exercise.
    pub cells: Vec<Option<Cell<'a>>>,
    pub others: &'a [Unjudged],
}

/// What one submission has for one exercise.
pub struct Cell<'a> {
    pub exercise: &'a Trusted,
    pub verdict: Verdict,
    /// What the same person had handed in before, if it was something else.
    pub before: Option<Verdict>,
    /// The first submission with the very same file, if there is an earlier one.
    pub same_as: Option<&'a str>,
    /// Whose file it is like, and how much; empty if it is like none.
    pub like: String,
    pub is_starter: bool,
    /// What to look at.
    pub marks: Vec<String>,
    pub note: &'a str,
    pub file: &'a str,
}

impl<'a> Results<'a> {
    pub fn new(
        found: &'a Found,
        exercises: &'a [Trusted],
        units: &[Unit<'a>],
        journal: &Journal,
    ) -> Results<'a> {
        let likes = likenesses(units, exercises);
        let cell = |holder: &'a Submission, exercise: &Trusted| {
            let is_it = |unit: &Unit| {
                let mut holders = unit.holders.iter();
                unit.exercise.id == exercise.id && holders.any(|one| ptr::eq(*one, holder))
            };
            let (unit, like) = units.iter().zip(&likes).find(|(unit, _)| is_it(unit))?;
            Cell::new(unit, like, holder, journal)
        };
        let rows = found.submissions.iter().map(|holder| Row {
            name: &holder.name,
            cells: exercises.iter().map(|one| cell(holder, one)).collect(),
            others: &holder.others,
        });
        Results {
            exercises,
            rows: rows.collect(),
            nobodys: &found.nobodys,
        }
    }

    /// Those of a row, with what they are about.
    pub fn cells(&self, row: &'a Row) -> impl Iterator<Item = (&'a Trusted, Option<&'a Cell<'a>>)> {
        self.exercises
            .iter()
            .zip(row.cells.iter().map(Option::as_ref))
    }

    /// Everybody has handed in everything, and all of it is right.
    pub fn is_all_well(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        let is_well = |cell: &Cell| cell.result() == "solved";
        self.nobodys.is_empty() && cells.all(|cell| cell.as_ref().is_some_and(is_well))
    }
}

impl<'a> Cell<'a> {
    fn new(unit: &Unit<'a>, like: &str, holder: &'a Submission, journal: &Journal) -> Option<Self> {
        let exercise = unit.exercise;
        let file = holder.files.get(&exercise.id)?;
        let verdict = journal.verdict(&unit.key)?;
        let mut marks = unusual(unit.text, &exercise.starter);
        marks.extend(verdict.reads.iter().map(|path| format!("reads {path}")));
        let first = unit.holders.first();
        let first = first.filter(|first| !ptr::eq(**first, holder));
        Some(Cell {
            exercise,
            verdict,
            before: journal.before(&holder.name, &exercise.id, &unit.key),
            same_as: first.map(|one| one.name.as_str()),
            like: like.to_string(),
            is_starter: same(unit.text, &exercise.starter),
            marks,
            note: &file.note,
            file: &file.path,
        })
    }

    /// Each check, and why it has not passed; nothing if there is no program.
    pub fn checks(&self) -> impl Iterator<Item = (&'a Named, Option<&str>)> {
        let outcomes = self.verdict.outcome.iter().flatten();
        let why = outcomes.map(|outcome| outcome.as_ref().err().map(String::as_str));
        self.exercise.checks.iter().zip(why)
    }

    /// A starter is like all others, and that is no wonder.
    pub fn is_copy(&self) -> bool {
        self.same_as.is_some() && !self.is_starter
    }

    pub fn is_like(&self) -> bool {
        !(self.like.is_empty() || self.is_starter)
    }

    /// A check that fails names a misconception if that is all that is wrong. A file that loops
    /// fails nearly all of them.
    pub fn tells_a_belief(&self) -> bool {
        self.verdict.passed() * 2 >= self.exercise.checks.len()
    }

    pub fn result(&self) -> &'static str {
        match &self.verdict.outcome {
            _ if self.is_starter => "starter",
            Err(_) => "does not compile",
            Ok(checks) if self.verdict.passed() == checks.len() => "solved",
            Ok(_) if self.verdict.passed() == 0 => "no check passes",
            Ok(_) => "some checks pass",
        }
    }
}
