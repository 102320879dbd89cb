//! What each step changes in the one before, for the pages "What changed".

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::pages::STEPS;
use crate::typing::to_lines;
use crate::{diff, files};

/// Writes the diffs anew.
///
/// # Errors
/// A file cannot be read or written.
pub fn record() -> Result<(), String> {
    for (path, text) in all()? {
        files::write(&path, &text)?;
    }
    Ok(())
}

/// The diffs that are not those of the steps.
///
/// # Errors
/// A file cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    let wanted = all()?;
    for (path, text) in &wanted {
        if files::read(path).ok().as_ref() != Some(text) {
            problems.push(format!(
                "{path} is not what the steps say; make it anew with `cargo run -p book -- record \
                 diffs`"
            ));
        }
    }
    for path in files::below("book/diffs")? {
        if !wanted.iter().any(|(wanted, _)| *wanted == path) {
            problems.push(format!("{path} belongs to no two steps"));
        }
    }
    Ok(problems)
}

/// Each file below `book/diffs`, with its text.
fn all() -> Result<Vec<(String, String)>, String> {
    let mut all = Vec::new();
    for pair in STEPS.windows(2) {
        let (old, new) = (pair[0], pair[1]);
        let mut table = String::from("| file | lines added | lines removed |\n|---|---|---|\n");
        let mut changes = String::new();
        for file in names(old)?.union(&names(new)?) {
            let before = lines(old, file);
            let after = lines(new, file);
            let (old_path, new_path) =
                (format!("steps/{old}/{file}"), format!("steps/{new}/{file}"));
            let text = diff::unified(&old_path, &new_path, &before, &after);
            if text.is_empty() {
                continue;
            }
            let (added, removed) = diff::counts(&before, &after);
            let is_new = if before.is_empty() { " (new)" } else { "" };
            let _ = writeln!(table, "| `{file}`{is_new} | {added} | {removed} |");
            if is_new.is_empty() {
                changes.push_str(&text);
            }
        }
        all.push((format!("book/diffs/{new}/files.md"), table));
        all.push((format!("book/diffs/{new}/changes.diff"), changes));
    }
    Ok(all)
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
