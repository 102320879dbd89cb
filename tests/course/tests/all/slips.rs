//! What is said of the slips that readers make.

use typing::follow::Project;
use typing::report::report;
use typing::route::{Route, Stop, sources};
use typing::to_lines;

#[test]
fn each_slip_is_named() {
    let route = Route::read().unwrap();
    let slips: Vec<&str> = include_str!("slips.txt").split("\n== ").skip(1).collect();
    assert!(slips.len() > 20);
    for slip in slips {
        let (title, lines) = slip.split_once('\n').unwrap();
        let (place, _) = title.split_once(' ').unwrap();
        let mut project = at(&route, place);
        for edit in edits(lines) {
            apply(&route, &mut project, edit);
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
        *lines = to_lines(&text.replace(",\n", "\n,\n"));
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
    let is_it = |stop: &&Stop| format!("{:02}.{}", stop.chapter + 1, stop.checkpoint) == place;
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

/// What is done to a file: these lines become those.
type Edit<'a> = (&'a str, Vec<&'a str>, Vec<&'a str>);

fn edits(lines: &str) -> Vec<Edit<'_>> {
    let mut edits: Vec<Edit> = Vec::new();
    for line in lines.lines() {
        match (line.split_at_checked(1), edits.last_mut()) {
            (Some(("+", new)), Some((_, _, last))) => last.push(new),
            (Some(("-", old)), Some((_, last, new))) if new.is_empty() => last.push(old),
            (Some(("-", old)), Some((file, _, _))) => {
                let next = (*file, vec![old], Vec::new());
                edits.push(next);
            }
            (Some(("s", _)), _) => edits.push((line, Vec::new(), Vec::new())),
            _ => {}
        }
    }
    edits
}

fn apply(route: &Route, project: &mut Project, (file, old, new): Edit) {
    if let Some((file, place)) = file.split_once(" = ") {
        let name = file.to_lowercase();
        project.insert(file.to_string(), at(route, place).remove(&name).unwrap());
    } else if old.is_empty() && new.is_empty() {
        project.remove(file);
    } else if old.is_empty() {
        project.insert(file.to_string(), to_lines(&new.join("\n")));
    } else {
        let lines = project.get_mut(file).unwrap();
        let (text, old) = (lines.join("\n"), old.join("\n"));
        assert!(text.contains(&old), "{file} has no\n{old}\n\n{text}");
        *lines = to_lines(&text.replacen(&old, &new.join("\n"), 1));
    }
}
