//! Every exercise has its files and its page, and the table of exercises lists them all.

use std::fmt::Write;

use crate::files;
use crate::made::{self, Made};
use crate::page::includes;
use crate::pages::{Page, STEPS, all};

/// An exercise, such as 05b of step `05-threadpool`.
struct Exercise {
    id: String,
    step: &'static str,
}

/// What an exercise lacks.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = made::check("exercises")?;
    let exercises = exercises()?;
    let pages = all()?;
    for step in STEPS {
        let count = exercises.iter().filter(|one| one.step == step).count();
        let wanted = if step > "05" { 4 } else { 3 };
        if count < wanted {
            problems.push(format!(
                "{step} has {count} exercises, and should have {wanted}"
            ));
        }
    }
    for exercise in &exercises {
        let (id, path) = (&exercise.id, exercise.page());
        let wanted = exercise.wanted_files().into_iter();
        let missing = wanted.filter(|path| files::read(path).is_err());
        problems.extend(missing.map(|path| format!("no {path}")));
        problems.extend(exercise.check_target()?);
        match pages.iter().find(|page| page.path == path) {
            Some(page) => problems.extend(exercise.check_page(page)),
            None => problems.push(format!("{id} has no page {path} in the summary")),
        }
    }
    Ok(problems)
}

impl Exercise {
    fn folder(&self) -> String {
        format!("steps/{}/exercises", self.step)
    }

    fn page(&self) -> String {
        format!("book/src/{}/{}.md", self.step, self.id)
    }

    fn wanted_files(&self) -> Vec<String> {
        let (id, folder) = (&self.id, self.folder());
        vec![
            format!("{folder}/{id}.rs"),
            format!("{folder}/checks/{id}.rs"),
            format!("{folder}/checks/{id}_checks.rs"),
            format!("tests/answers/{id}/answer.rs"),
            format!("tests/answers/{id}/others.diff"),
        ]
    }

    /// A target that `cargo test` passes by, until it is named.
    fn check_target(&self) -> Result<Option<String>, String> {
        let (id, path) = (&self.id, format!("steps/{}/Cargo.toml", self.step));
        let target = format!(
            "    {{ name = \"{id}\", path = \"exercises/checks/{id}.rs\", test = false }},\n"
        );
        let is_there = files::read(&path)?.contains(&target);
        Ok((!is_there).then(|| format!("{path} does not have:\n{target}")))
    }

    fn check_page(&self, page: &Page) -> Vec<String> {
        let (id, text) = (&self.id, &page.text);
        let mut wanted = vec![
            format!("| `{}/{id}.rs` |", self.folder()),
            format!("$ cargo test --test {id}"),
            "<summary>The answer".to_string(),
        ];
        wanted.extend((1..=3).map(|number| format!("<summary>Hint {number}</summary>")));
        let answer = format!("tests/answers/{id}/answer.rs");
        wanted.retain(|wanted| !text.contains(wanted));
        let missing = wanted.iter();
        let mut problems: Vec<String> = missing
            .map(|missing| format!("{} does not have: {missing}", page.path))
            .collect();
        if !includes(page).any(|path| path == answer) {
            problems.push(format!("{} does not include {answer}", page.path));
        }
        problems
    }
}

/// All exercises, by their starters.
fn exercises() -> Result<Vec<Exercise>, String> {
    let mut exercises = Vec::new();
    for step in STEPS {
        for path in files::below(&format!("steps/{step}/exercises/starters"))? {
            let name = path.rsplit('/').next().unwrap_or_default();
            let id = name.trim_end_matches(".rs").to_string();
            exercises.push(Exercise { id, step });
        }
    }
    Ok(exercises)
}

/// The table of all exercises, from the tables on their pages.
pub fn made() -> Result<Made, String> {
    let mut table = String::from(
        "| exercise | time | difficulty | topic | errors you may meet |\n|---|---|---|---|---|\n",
    );
    for exercise in exercises()? {
        let path = exercise.page();
        let text = files::read(&path)?;
        let title = text.lines().next().unwrap_or_default();
        let title = title.trim_start_matches("# ");
        let row = text.lines().find(|line| line.starts_with("| `steps/"));
        let row = row.ok_or_else(|| format!("{path} has no table"))?;
        let (_file, rest) = row[3..].split_once('|').unwrap_or_default();
        let link = path.trim_start_matches("book/src/");
        let _ = writeln!(table, "| [{title}]({link}) |{rest}");
    }
    Ok(vec![("book/recorded/exercises.md".to_string(), table)])
}
