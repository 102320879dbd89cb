//! Every link in the book leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::pages::{Page, SUMMARY, all};
use crate::{files, pages};

/// The links that lead nowhere, and the pages that the summary does not name.
///
/// # Errors
/// The pages cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let pages = all()?;
    let anchors: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|page| (page.path.as_str(), anchors(page)))
        .collect();
    let mut problems = Vec::new();
    for page in &pages {
        for (line, target) in links(&page.text) {
            if let Err(problem) = follow(page, &target, &anchors) {
                problems.push(format!("{}:{line}: {problem}", page.path));
            }
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
) -> Result<(), String> {
    if target.starts_with("https://") || target.starts_with("http://127.0.0.1") {
        return Ok(());
    }
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = match file {
        "" => page.path.clone(),
        file => {
            let line = format!("{{{{#include {file}}}}}");
            let (path, _) = pages::include(&page.path, &line).unwrap_or_default();
            path
        }
    };
    match anchors.get(path.as_str()) {
        None => Err(format!("{target}: the book has no such page")),
        Some(found) if !anchor.is_empty() && !found.contains(anchor) => {
            Err(format!("{target}: that page has no such heading"))
        }
        Some(_) => Ok(()),
    }
}

/// The targets of all links outside of code, with their lines.
pub fn links(text: &str) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    for (line, text) in prose(text) {
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

/// The lines outside of blocks of code, without code between backticks, numbered from 1.
fn prose(text: &str) -> Vec<(usize, String)> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            let outside = line.split('`').step_by(2).collect::<Vec<_>>();
            lines.push((at + 1, outside.join("`")));
        }
    }
    lines
}

/// What a link to this page may name after `#`: its headings, as mdBook writes them, and ids.
fn anchors(page: &Page) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut is_code = false;
    for line in page.text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        }
        if is_code {
            continue;
        }
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
