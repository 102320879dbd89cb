//! A difference in words, with what stands on both sides.

use crate::compare::{Difference, Kind, Part};
use crate::origin::{Known, known, origin};
use crate::route::{Route, Sources};

/// How many lines of each side are shown.
const MOST: usize = 3;

pub fn told(route: &Route, at: usize, one: &Difference, mine: &Sources, package: &str) -> String {
    let lines = |files: &Sources| {
        let file = files.get(&one.file);
        file.map_or(Vec::new(), |file| file.lines.clone())
    };
    let (page, mine) = (lines(&route.stops[at].files), lines(mine));
    let mut one = one.clone();
    let text = sentence(route, at, &mut one, &page, &mine);
    let mut text = format!("  {text}");
    let page = page
        .iter()
        .map(|line| line.replace("server::", &format!("{package}::")));
    let sides = [
        ("the page", &one.page, &page.collect()),
        ("you", &one.mine, &mine),
    ];
    for (who, part, lines) in sides {
        let shown = part.as_ref().map_or(Vec::new(), |part| shown(part, lines));
        for (number, line) in shown.iter().enumerate() {
            let who = if number == 0 { who } else { "" };
            text += &format!("\n    {who:<10}{line}");
        }
    }
    text
}

fn shown(part: &Part, lines: &[String]) -> Vec<String> {
    let lines = &lines[part.first - 1..part.last.max(part.first)];
    let indent = |line: &String| line.len() - line.trim_start().len();
    let first = lines.first().map_or(0, indent);
    let cut = |line: &String| line[indent(line).min(first)..].to_string();
    let mut shown: Vec<String> = lines.iter().take(MOST).map(cut).collect();
    if lines.len() > MOST {
        shown.push(format!("... ({} lines)", lines.len()));
    }
    shown
}

fn sentence(
    route: &Route,
    at: usize,
    one: &mut Difference,
    page: &[String],
    mine: &[String],
) -> String {
    let from = short(&route.stops[origin(route, at, one)].at);
    let known = known_of(known(route, at, one));
    if let (Kind::Changed, Some(left), Some(right)) = (&one.kind, &mut one.page, &mut one.mine) {
        pass_by_same(left, page, right, mine);
    }
    let file = one.file.clone();
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
        Kind::Order => {
            for part in [&mut one.page, &mut one.mine].into_iter().flatten() {
                part.first = part.first.max(2) - 1;
            }
            format!("{file}:{line}: {item} has another order on the page ({from})")
        }
        Kind::Elsewhere(found, line) => {
            let told = format!("{item} is missing here ({from}); you have it at {found}:{line}");
            one.page = None;
            format!("{file}: {told}")
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
