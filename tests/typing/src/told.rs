//! A difference in words, with what stands on both sides.

use crate::compare::{Difference, Kind, Part};
use crate::origin::{Known, known, origin};
use crate::route::{Route, Sources};

/// How many lines of each side are shown.
const MOST: usize = 3;

pub fn told(route: &Route, at: usize, one: &Difference, mine: &Sources, package: &str) -> String {
    let mut text = format!("  {}", sentence(route, at, one));
    let sides = [
        ("the page", &one.page, &route.stops[at].files),
        ("you", &one.mine, mine),
    ];
    for (who, part, files) in sides {
        let lines = part.as_ref().zip(files.get(&one.file));
        let lines = lines.map(|(part, file)| shown(part, &file.lines));
        for (number, line) in lines.into_iter().flatten().enumerate() {
            let who = if number == 0 { who } else { "" };
            let line = match who {
                "you" => line,
                _ => line.replace("server::", &format!("{package}::")),
            };
            text += &format!("\n    {who:<10}{line}");
        }
    }
    text
}

fn shown(part: &Part, lines: &[String]) -> Vec<String> {
    let lines = &lines[part.first - 1..part.last.max(part.first)];
    let indent = |line: &String| line.len() - line.trim_start().len();
    let least = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(indent)
        .min();
    let cut = |line: &String| {
        line.get(least.unwrap_or(0)..)
            .unwrap_or_default()
            .to_string()
    };
    let mut shown: Vec<String> = lines.iter().take(MOST).map(cut).collect();
    if lines.len() > MOST {
        shown.push(format!("... ({} lines)", lines.len()));
    }
    shown
}

fn sentence(route: &Route, at: usize, one: &Difference) -> String {
    let file = &one.file;
    let line = one.mine.as_ref().map_or(0, |part| part.first);
    let from = short(&route.stops[origin(route, at, one)].at);
    let item = match one.key.is_empty() {
        true => "this".to_string(),
        false => format!("`{}`", one.key),
    };
    let known = match known(route, at, one) {
        Known::Later(stop) => format!("comes only later, at {}", short(&stop.at)),
        Known::Until(stop) => format!("was right until {}", short(&stop.at)),
        Known::Attempt(stop, codes) => {
            format!(
                "is from the attempt at {} ({codes}), which the page takes back",
                stop.at
            )
        }
        Known::Nothing => String::new(),
    };
    let and_known = if known.is_empty() {
        String::new()
    } else {
        format!(". Yours {known}")
    };
    match &one.kind {
        Kind::NoFile => format!("{file}: there is no such file; it is made at {from}"),
        Kind::EmptyFile => format!("{file}: it is empty. Is it saved?"),
        Kind::MoreFile => format!("{file}: this file {known}"),
        Kind::Missing => match one
            .page
            .as_ref()
            .is_some_and(|part| one.key.contains(part.text.trim_end_matches(';')))
        {
            true => format!("{file}: {item} is missing ({from})"),
            false => format!("{file}: missing in {item} ({from})"),
        },
        Kind::Changed => format!("{file}:{line}, in {item} ({from}){and_known}"),
        Kind::More if known.is_empty() => format!("{file}:{line}: a bracket too much"),
        Kind::More => format!("{file}:{line}: this {known}"),
        Kind::Twice => format!("{file}:{line}: this stands twice in {item}"),
        Kind::Order => {
            format!("{file}:{line}: in {item} the page has this in another order ({from})")
        }
        Kind::Elsewhere(found, line) => {
            format!("{file}: {item} is missing here ({from}); you have it in {found}:{line}")
        }
    }
}

fn short(at: &str) -> &str {
    at.trim_start_matches("book/src/")
}
