//! What each step changes in the one before, for the pages "What changed", and a mend in what did harm.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::follow::{Project, Walk, walk};
use crate::made::{self, Made};
use crate::moment::{Moment, Outcome};
use crate::pages::STEPS;
use crate::typing::to_lines;
use crate::{diff, files};

/// The diffs that are not those of the steps.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = made::check("diffs")?;
    let known = made()?;
    let known: Vec<String> = known.into_iter().map(|(path, _)| path).collect();
    problems.extend(made::strays(
        "book/diffs",
        &known,
        "is no difference that the book shows",
    )?);
    Ok(problems)
}

/// Each file below `book/diffs`, with its text.
pub fn made() -> Result<Made, String> {
    let mut all = mends()?;
    for pair in STEPS.windows(2) {
        let (old, new) = (pair[0], pair[1]);
        let mut table = String::from("| file | lines added | lines removed |\n|---|---:|---:|\n");
        let mut changes = String::new();
        for file in names(old)?.union(&names(new)?) {
            let (before, after) = (lines(old, file), lines(new, file));
            let (added, removed) = diff::counts(&before, &after);
            if (added, removed) == (0, 0) {
                continue;
            }
            let is_new = if before.is_empty() { " (new)" } else { "" };
            let _ = writeln!(table, "| `{file}`{is_new} | {added} | {removed} |");
            if is_new.is_empty() {
                changes.push_str(&block(file, &before, &after));
            }
        }
        all.push((format!("book/diffs/{new}/files.md"), table));
        all.push((format!("book/diffs/{new}/changes.md"), changes));
    }
    Ok(all)
}

/// A block for the differences of a file, below the file's name; nothing if there are none.
fn block(file: &str, before: &[String], after: &[String]) -> String {
    match diff::unified(before, after) {
        text if text.is_empty() => text,
        text => format!("\n`{file}`\n\n```diff\n{text}```\n"),
    }
}

/// The files of a step that its chapter is about.
fn names(step: &str) -> Result<BTreeSet<String>, String> {
    let folder = format!("steps/{step}/");
    let mut names = BTreeSet::new();
    for inside in ["src", "pages"] {
        if files::root().join(&folder).join(inside).is_dir() {
            let paths = files::below(&format!("{folder}{inside}"))?;
            names.extend(paths.iter().map(|path| path.replace(&folder, "")));
        }
    }
    Ok(names)
}

fn lines(step: &str, file: &str) -> Vec<String> {
    files::read(&format!("steps/{step}/{file}")).map_or(Vec::new(), |text| to_lines(&text))
}

/// What a mend changes in the program that did harm, to be unfolded below the piece that mends it.
fn mends() -> Result<Made, String> {
    let mut all = Vec::new();
    for step in STEPS {
        let walk = walk(step)?;
        for (at, moment) in walk.moments.iter().enumerate() {
            let Outcome::Mended(name) = &moment.outcome else {
                continue;
            };
            if let Some(harm) = harm(&walk, at, name) {
                let path = format!("book/diffs/{step}/{name}.md");
                all.push((path, folded(harm, &moment.project)));
            }
        }
    }
    Ok(all)
}

/// The project that did this harm on the page that mends it. What comes pages later changes more.
fn harm<'a>(walk: &'a Walk, mend: usize, name: &str) -> Option<&'a Project> {
    let page = |moment: &Moment| moment.at.split(':').next().map(str::to_string);
    let here = page(&walk.moments[mend]);
    let does_harm = |one: &&Moment| {
        page(one) == here && matches!(&one.outcome, Outcome::Harm(it) if it == name)
    };
    let harm = walk.moments[..mend].iter().rfind(does_harm);
    harm.map(|harm| &harm.project)
}

fn folded(harm: &Project, mend: &Project) -> String {
    let files: BTreeSet<&String> = harm.keys().chain(mend.keys()).collect();
    let side = |project: &Project, file: &str| project.get(file).cloned().unwrap_or_default();
    let block = |file: &String| block(file, &side(harm, file), &side(mend, file));
    let blocks: String = files.into_iter().map(block).collect();
    format!(
        "<details class=\"mend\">\n<summary>What changed since the harm</summary>\n{blocks}\n</details>\n"
    )
}
