//! A difference in words, with what stands on both sides.

use crate::compare::{Difference, Kind};
use crate::hunks::Part;
use crate::origin::{Known, known, origin};
use crate::route::{Route, Sources};

/// How many lines of each side are shown.
const MOST: usize = 3;

pub fn told(route: &Route, at: usize, one: &Difference, mine: &Sources, package: &str) -> String {
    let lines = |files: &Sources| {
        let file = files.get(&one.file);
        file.map_or(Vec::new(), |file| file.lines.clone())
    };
    let (mut page, yours) = (lines(&route.stops[at].files), lines(mine));
    for line in &mut page {
        *line = line.replace("server::", &format!("{package}::"));
    }
    let mut one = one.clone();
    if let (Kind::Changed, Some(left), Some(right)) = (&one.kind, &mut one.page, &mut one.mine) {
        pass_by_same(left, &page, right, &yours);
    }
    let text = format!("  {}", sentence(route, at, &one));
    let sides = [("the page", one.page, page), ("you", one.mine, yours)];
    let shown = sides
        .into_iter()
        .map(|(who, part, lines)| match (&one.kind, part) {
            (Kind::Elsewhere(..), _) | (_, None) => String::new(),
            // The line before it is of what the order is about.
            (Kind::Order, Some(part)) => shown(who, part.first.max(2) - 1, part.last, &lines),
            (_, Some(part)) => shown(who, part.first, part.last, &lines),
        });
    text + &shown.collect::<String>()
}

/// Some lines, counted from 1, of which the first says whose they are.
fn shown(who: &str, first: usize, last: usize, lines: &[String]) -> String {
    let lines = &lines[first - 1..last.max(first)];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let margin = indent(&lines[0]);
    let cut = |line: &String| line[indent(line).min(margin)..].to_string();
    let more = (lines.len() > MOST).then(|| format!("... ({} lines)", lines.len()));
    let lines = lines.iter().take(MOST).map(cut).chain(more);
    let names = std::iter::once(who).chain(std::iter::repeat(""));
    let lines = names
        .zip(lines)
        .map(|(who, line)| format!("\n    {who:<10}{line}"));
    lines.collect()
}

fn sentence(route: &Route, at: usize, one: &Difference) -> String {
    let from = short(&route.stops[origin(route, at, one)].at);
    let known = known_of(known(route, at, one));
    let file = &one.file;
    let line = one.mine.as_ref().map_or(0, |part| part.first);
    let item = item(&one.key);
    match &one.kind {
        Kind::Told => String::new(),
        Kind::NoFile => format!("{file}: there is no such file; it is made at {from}"),
        Kind::EmptyFile => format!("{file}: it is empty. Is it saved?"),
        Kind::MoreFile => format!("{file}: this file {known}"),
        Kind::Missing if is_item(one) => format!("{file}: {item} is missing ({from})"),
        Kind::Missing => format!("{file}: missing in {item} ({from})"),
        Kind::Changed if known.is_empty() => format!("{file}:{line}, in {item} ({from})"),
        Kind::Changed => format!("{file}:{line}, in {item} ({from}). Yours {known}"),
        Kind::More if known.is_empty() => format!("{file}:{line}: a bracket too much"),
        Kind::More => format!("{file}:{line}: this {known}"),
        Kind::Twice => format!("{file}:{line}: this stands twice in {item}"),
        Kind::Order => format!("{file}:{line}: {item} has another order on the page ({from})"),
        Kind::Elsewhere(found, line) => {
            format!("{file}: {item} is missing here ({from}); you have it at {found}:{line}")
        }
    }
}

/// A string may go over many lines, of which the first are the same.
fn pass_by_same(left: &mut Part, page: &[String], right: &mut Part, mine: &[String]) {
    let (page, mine) = (&page[left.first - 1..], &mine[right.first - 1..]);
    let mut pairs = page.iter().zip(mine);
    let other = pairs.position(|(page, mine)| page.trim() != mine.trim());
    for part in [left, right] {
        part.first += other.unwrap_or(0);
        part.last = part.last.max(part.first);
    }
}

fn known_of(known: Known) -> String {
    match known {
        Known::Later(stop) => format!("comes only later, at {}", short(&stop.at)),
        Known::Until(stop) => format!("was taken out at {}", short(&stop.at)),
        Known::Attempt(stop, codes) => {
            let at = short(&stop.at);
            format!("is from the attempt at {at} ({codes}), which the page takes back")
        }
        Known::Nothing => String::new(),
    }
}

/// `impl ThreadPool > fn new` in the words of the pages.
fn item(key: &str) -> String {
    let mut names = key
        .rsplit(" > ")
        .filter_map(|name| name.split(" [ cfg").next());
    match (names.next().unwrap_or_default(), names.next()) {
        (inner, Some(outer)) => format!("`{inner}` in `{outer}`"),
        ("", None) => "this file".to_string(),
        (only, None) => format!("`{only}`"),
    }
}

/// Whether it is a whole item that is missing, and not a line of it.
fn is_item(one: &Difference) -> bool {
    let name = one.key.rsplit(" > ").next().unwrap_or(&one.key);
    let text = one.page.as_ref().map_or("", |part| &part.text);
    let name = name.split(", ").next().unwrap_or(name);
    !name.is_empty() && text.replace(" :: ", "::").contains(name)
}

fn short(at: &str) -> &str {
    at.trim_start_matches("book/src/")
}
