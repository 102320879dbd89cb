//! The plans for a class have the book's minutes, and the goals of a class the names of checks.

use std::collections::BTreeMap;

use crate::files;
use crate::measure::Measure;
use crate::page::is_exercise;

/// Each plan, and how long its sessions are.
const PLANS: [(&str, usize); 2] = [
    ("book/src/teaching/six.md", 180),
    ("book/src/teaching/twelve.md", 90),
];

const GOALS: &str = "book/src/teaching/assessing.md";

/// Pages and exercises, and how long they take.
type Minutes = BTreeMap<String, usize>;

/// What is wrong with the plans: minutes that are not the book's, a session that is longer or shorter
/// than it says, a page in no session or in two; and goals that name no check.
pub fn check() -> Result<Vec<String>, String> {
    let known = known()?;
    let mut problems = Vec::new();
    for (path, length) in PLANS {
        let found = plan(&files::read(path)?, length, &known).into_iter();
        problems.extend(found.map(|problem| format!("{path}: {problem}")));
    }
    let mut checks = files::below("steps")?;
    checks.retain(|path| path.contains("/exercises/checks/"));
    let checks: Result<Vec<String>, String> = checks.iter().map(|path| files::read(path)).collect();
    let (checks, goals) = (checks?.concat(), files::read(GOALS)?);
    let mut unknown: Vec<&str> = goals.split('`').skip(1).step_by(2).collect();
    unknown.retain(|name| name.contains('_') && !checks.contains(&format!("    {name}:")));
    let unknown = unknown.iter();
    problems.extend(unknown.map(|name| format!("{GOALS}: there is no check {name}")));
    Ok(problems)
}

fn known() -> Result<Minutes, String> {
    let measures = Measure::all()?.into_iter();
    let mut known: Minutes = measures.flat_map(|one| one.pages).collect();
    for line in files::read("book/recorded/exercises.md")?.lines() {
        let link = line.split_once("](");
        if let Some((path, rest)) = link.and_then(|(_, rest)| rest.split_once(") | ")) {
            let minutes = rest.split(' ').next().unwrap_or_default().parse();
            known.insert(format!("book/src/{path}"), minutes.unwrap_or_default());
        }
    }
    Ok(known)
}

fn plan(text: &str, length: usize, known: &Minutes) -> Vec<String> {
    let mut problems = Vec::new();
    let mut open: Minutes = known.clone();
    open.retain(|path, _| !is_exercise(path));
    for session in text.split("\n## ").skip(1) {
        let title = session.lines().next().unwrap_or_default();
        let mut sum = 0;
        for row in session.lines().filter(|line| line.starts_with("| ")) {
            let told = told(row);
            for (path, minutes) in &told {
                if known.get(path) != Some(minutes) {
                    problems.push(format!("{title}: {path} takes {:?}", known.get(path)));
                }
                if open.remove(path).is_none() && !is_exercise(path) {
                    problems.push(format!("{title}: {path} was there before"));
                }
            }
            let first = row.split('|').nth(1).unwrap_or_default().trim();
            sum += first.parse().unwrap_or(0);
            problems.extend(wrong(first, &told).map(|problem| format!("{title}: {problem}")));
        }
        if sum != length {
            problems.push(format!("{title}: {sum} minutes, not {length}"));
        }
    }
    problems.extend(open.keys().map(|path| format!("{path} is in no session")));
    problems
}

/// The pages of a row, with their minutes: `[A page](../01-listener/a-page.md) (28)`.
fn told(row: &str) -> Vec<(String, usize)> {
    let links = row.split("](../").skip(1);
    let pages = links.filter_map(|rest| {
        let (path, rest) = rest.split_once(") (")?;
        let minutes = rest.split_once(')')?.0.parse().ok()?;
        Some((format!("book/src/{path}"), minutes))
    });
    pages.collect()
}

/// In class a page takes half as much again, to five minutes; at home what the book says.
fn wrong(first: &str, told: &[(String, usize)]) -> Option<String> {
    let sum = |is: bool| {
        let told = told.iter().filter(|(path, _)| is_exercise(path) == is);
        told.map(|(_, minutes)| minutes).sum::<usize>()
    };
    let (pages, exercises) = (sum(false), sum(true));
    let is_right = match first.parse::<usize>() {
        Ok(minutes) => pages == 0 || (2 * minutes).abs_diff(3 * pages) <= 10,
        Err(_) if first.starts_with("home") => first == format!("home: {pages} + {exercises}"),
        Err(_) => true,
    };
    let problem = format!("`{first}`: its pages take {pages} minutes, its exercises {exercises}");
    (!is_right).then_some(problem)
}
