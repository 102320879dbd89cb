//! The index of the compiler's errors: which are met, what was refused, and on which page.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::made::{self, Made};
use crate::page::{includes, is_message, title};
use crate::pages::all;
use crate::{files, message};

const INDEX: &str = "book/recorded/errors.md";

/// Whether the index lists what the pages show, and can be read.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = made::check("errors")?;
    if files::read(INDEX)?.lines().any(|line| line.trim() == "``") {
        problems.push(format!(
            "{INDEX} does not say of each error which line is refused"
        ));
    }
    Ok(problems)
}

/// An error by its code, the page that shows it and what it says; the line that is refused, and a link.
type Entries = BTreeMap<(String, usize, String), (String, String)>;

/// An entry for each error on each page: the first line of code, if a page has several with one message.
fn entries() -> Result<Entries, String> {
    let mut entries = BTreeMap::new();
    for (number, page) in all()?.iter().enumerate() {
        let (title, link) = (title(page), page.path.trim_start_matches("book/src/"));
        for path in includes(page).filter(|path| is_message(path)) {
            for error in message::errors(&files::read(&path)?) {
                let entry = (error.refused, format!("[{title}]({link})"));
                let key = (error.code, number, error.says);
                entries.entry(key).or_insert(entry);
            }
        }
    }
    Ok(entries)
}

/// A link to each code, and below a heading for each its entries.
pub fn made() -> Result<Made, String> {
    let (mut links, mut index) = (String::new(), String::new());
    let mut last = None;
    for ((code, _, says), (refused, link)) in entries()? {
        if last.as_ref() != Some(&code) {
            let heading = match code.as_str() {
                "" => "Without a code",
                code => code,
            };
            let anchor = heading.to_lowercase().replace(' ', "-");
            let _ = writeln!(links, "[{heading}](#{anchor})");
            let _ = writeln!(index, "\n## {heading}\n");
            last = Some(code);
        }
        let says = without_html(&says);
        let _ = writeln!(index, "- {says}  \n  `{refused}`  \n  {link}");
    }
    Ok(vec![(INDEX.to_string(), links + &index)])
}

/// What stands between angle brackets must not be taken for HTML.
fn without_html(says: &str) -> String {
    let says = says.replace('<', "&lt;");
    let parts = says.split('`').enumerate().map(|(at, part)| match at % 2 {
        1 => format!("`{}`", part.replace("&lt;", "<")),
        _ => part.to_string(),
    });
    parts.collect()
}
