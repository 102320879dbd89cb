//! Whether the figures are what was recorded, and what was recorded is what the book tells.

use crate::files;

use super::{DATA, DRAWINGS, FIGURES, Figure, data, results};

/// Says where a drawing is not the one of its data, or the data not what the book tells.
pub fn check() -> Vec<String> {
    let mut wrong: Vec<String> = FIGURES.iter().flat_map(check_one).collect();
    wrong.extend(strays(DATA, ".csv"));
    wrong.extend(strays(DRAWINGS, ".svg"));
    wrong
}

fn check_one(figure: &Figure) -> Vec<String> {
    let name = figure.name;
    let again = format!("record it again: cargo run -p book -- record figures {name}");
    let results = match results(figure) {
        Ok(results) => results,
        Err(problem) => return vec![format!("{problem}; {again}")],
    };
    let mut wrong = Vec::new();
    if let Err(problem) = data(figure).and_then(|csv| (figure.story)(&csv)) {
        wrong.push(format!(
            "{DATA}/{name}.csv: the run is not as the caption tells it: {problem}; {again}"
        ));
    }
    for (path, text) in results {
        match files::read(&path) {
            Ok(recorded) if recorded == text => {}
            Ok(_) => wrong.push(format!(
                "{path} is not what is drawn from {DATA}/{name}.csv; {again}"
            )),
            Err(problem) => wrong.push(format!("{problem}; {again}")),
        }
    }
    wrong
}

/// Files that belong to no figure.
fn strays(folder: &str, ending: &str) -> Vec<String> {
    let paths = match files::below(folder) {
        Ok(paths) => paths,
        Err(problem) => return vec![problem],
    };
    let name = |path: &str| -> Option<String> {
        let file = path.strip_prefix(folder)?.strip_prefix('/')?;
        file.strip_suffix(ending).map(str::to_string)
    };
    let is_known = |name: &str| FIGURES.iter().any(|figure| figure.name == name);
    let strays = paths.iter().filter_map(|path| name(path));
    strays
        .filter(|name| !is_known(name))
        .map(|name| format!("{folder}/{name}{ending} belongs to no figure: delete it"))
        .collect()
}
