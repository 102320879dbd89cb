//! Every link in the book leads somewhere, and every page has a name of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::{lines, title};
use crate::pages::{Page, SUMMARY, all};
use crate::{files, pages};

/// The links that lead nowhere, and the pages that the summary does not name.
pub fn check() -> Result<Vec<String>, String> {
    let pages = all()?;
    let anchors: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|page| (page.path.as_str(), anchors(page)))
        .collect();
    let mut problems = Vec::new();
    for page in &pages {
        for (line, target) in links(&page.text) {
            let wrong = follow(page, &target, &anchors).err();
            problems
                .extend(wrong.map(|problem| format!("{}:{line}: {target}: {problem}", page.path)));
        }
    }
    for path in files::below("book/src")? {
        if path.ends_with(".md") && path != SUMMARY && !anchors.contains_key(path.as_str()) {
            problems.push(format!("{path} is not in the summary"));
        }
    }
    Ok(problems)
}

fn follow(
    page: &Page,
    target: &str,
    anchors: &BTreeMap<&str, BTreeSet<String>>,
) -> Result<(), &'static str> {
    if target.starts_with("https://") || target.starts_with("http://127.0.0.1") {
        return Ok(());
    }
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let line = format!("{{{{#include {file}}}}}"); // is found as what is included
    let path = match file {
        "" => page.path.clone(),
        _ => pages::include(&page.path, &line).unwrap_or_default().0,
    };
    let found = anchors.get(path.as_str());
    let found = found.ok_or("the book has no such page")?;
    match anchor.is_empty() || found.contains(anchor) {
        true => Ok(()),
        false => Err("that page has no such heading"),
    }
}

/// The targets of all links outside of code, with their lines.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    for (line, text) in lines(text, false) {
        let outside: Vec<&str> = text.split('`').step_by(2).collect();
        let text = outside.join("`");
        for rest in text.split("](").skip(1) {
            let target = rest.split(')').next().unwrap_or_default();
            links.push((line, target.trim_matches(['<', '>']).to_string()));
        }
        for rest in text.split(" href=\"").skip(1) {
            let target = rest.split('"').next().unwrap_or_default();
            links.push((line, target.replace(".html", ".md")));
        }
        if let Some((_, rest)) = text.split_once("]: ").filter(|_| text.starts_with('[')) {
            links.push((line, rest.trim().to_string()));
        }
    }
    links
}

/// What a link to this page may name after `#`: its headings, as mdBook writes them, and ids.
fn anchors(page: &Page) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for (_, line) in lines(&page.text, false) {
        let heading = line.trim_start_matches('#');
        if heading.len() < line.len() && heading.starts_with(' ') {
            let slug = slug(heading.trim());
            let mut id = slug.clone();
            let mut number = 1;
            while !anchors.insert(id) {
                id = format!("{slug}-{number}");
                number += 1;
            }
        }
        for rest in line.split(" id=\"").skip(1) {
            anchors.insert(rest.split('"').next().unwrap_or_default().to_string());
        }
    }
    anchors
}

fn slug(heading: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || c.is_whitespace() || "-_".contains(*c);
    let kept = heading.chars().filter(is_kept);
    kept.map(|c| if c.is_whitespace() { '-' } else { c })
        .collect::<String>()
        .to_lowercase()
}

/// The names that two pages share, and those that are not the heading of their page, or its beginning,
/// with a number at most. The first page has the title of the book.
pub fn names() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    let summary = files::read(SUMMARY)?;
    let names = summary.lines().filter(|line| line.contains(".md)"));
    let names = names.filter_map(|line| line.split_once('[')?.1.split_once("]("));
    for ((name, _), page) in names.zip(all()?) {
        let heading = title(&page);
        let is_same = name.contains(heading) || heading.starts_with(name);
        if heading == page.path || (!is_same && !seen.is_empty()) {
            problems.push(format!("{SUMMARY} calls \"{heading}\" \"{name}\""));
        }
        if !seen.insert(name) {
            problems.push(format!("{SUMMARY} calls two pages \"{name}\""));
        }
    }
    Ok(problems)
}
