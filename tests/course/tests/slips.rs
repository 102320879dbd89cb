//! What is said of the slips that readers make.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use typing::follow::Project;
use typing::report::report;
use typing::route::{Route, Stop, sources};

#[test]
fn each_slip_is_named() {
    let route = Route::read().unwrap();
    let slips: Vec<&str> = include_str!("slips/slips.txt")
        .split("\n== ")
        .skip(1)
        .collect();
    assert!(slips.len() > 20);
    for slip in slips {
        let (title, lines) = slip.split_once('\n').unwrap();
        let (place, _) = title.split_once(' ').unwrap();
        let mut project = at(&route, place);
        for edit in edits(lines) {
            edit.apply(&route, &mut project);
        }
        let said = said(&route, &project);
        for line in lines.lines() {
            let is_said = |text| said.contains(text);
            let is_right = match line.split_once(' ') {
                Some((">", text)) => is_said(text),
                Some(("!", text)) => !is_said(text),
                _ => true,
            };
            assert!(is_right, "{title}\n{line}\n\n{said}");
        }
    }
}

#[test]
fn another_style_makes_no_difference() {
    let route = Route::read().unwrap();
    let mut project = at(&route, "06.14");
    for (_, lines) in project.iter_mut().filter(|(name, _)| name.ends_with(".rs")) {
        let text = lines
            .join("\n")
            .replace(" {\n", "\n{\n")
            .replace("    ", "\t");
        *lines = text
            .replace(",\n", "\n,\n")
            .lines()
            .map(str::to_string)
            .collect();
    }
    let said = said(&route, &project);
    assert!(
        said.starts_with("chapter 06, checkpoint 14 of 14\n"),
        "{said}"
    );
    assert!(
        said.ends_with("\nSo far, all is as on the pages."),
        "{said}"
    );
}

fn at(route: &Route, place: &str) -> Project {
    let (chapter, checkpoint) = place.split_once('.').unwrap();
    let (chapter, checkpoint): (usize, usize) =
        (chapter.parse().unwrap(), checkpoint.parse().unwrap());
    let is_it = |stop: &&Stop| (stop.chapter + 1, stop.checkpoint) == (chapter, checkpoint);
    let stop = route.stops.iter().find(is_it).unwrap();
    let files = stop.files.iter();
    files
        .map(|(name, file)| (name.clone(), file.lines.clone()))
        .collect()
}

fn said(route: &Route, project: &Project) -> String {
    let mine = sources(project, None, "server");
    report(route, &mine, "server", 0).unwrap().text()
}

/// What is done to a file.
#[derive(Default)]
struct Edit<'a> {
    file: &'a str,
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

fn edits(lines: &str) -> Vec<Edit<'_>> {
    let mut edits: Vec<Edit> = Vec::new();
    for line in lines.lines() {
        let last = edits.last_mut();
        match (line.get(..1), line.get(1..), last) {
            (Some("+"), Some(new), Some(last)) => last.new.push(new),
            (Some("-"), Some(old), Some(last)) if last.new.is_empty() => last.old.push(old),
            (Some("-"), Some(old), Some(last)) => {
                let file = last.file;
                edits.push(Edit {
                    file,
                    old: vec![old],
                    new: Vec::new(),
                });
            }
            (Some("s"), _, _) => edits.push(Edit {
                file: line,
                ..Edit::default()
            }),
            _ => {}
        }
    }
    edits
}

impl Edit<'_> {
    fn apply(self, route: &Route, project: &mut Project) {
        let new = self.new.iter().map(|line| line.to_string()).collect();
        if let Some((file, place)) = self.file.split_once(" = ") {
            let name = file.to_lowercase();
            project.insert(file.to_string(), at(route, place).remove(&name).unwrap());
        } else if self.old.is_empty() && self.new.is_empty() {
            project.remove(self.file);
        } else if self.old.is_empty() {
            project.insert(self.file.to_string(), new);
        } else {
            let lines = project.get_mut(self.file).unwrap();
            let (text, old) = (lines.join("\n"), self.old.join("\n"));
            assert!(text.contains(&old), "{} has no\n{old}\n\n{text}", self.file);
            let text = text.replacen(&old, &self.new.join("\n"), 1);
            *lines = text.lines().map(str::to_string).collect();
        }
    }
}
