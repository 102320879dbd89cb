//! How many checkpoints each page has, for the script that counts those that are done.

use std::fmt::Write;

use crate::files;
use crate::pages::{Part, STEPS, chapter, parts};

const LIST: &str = "book/assets/checkpoints.js";

/// Writes the list anew.
///
/// # Errors
/// A page cannot be read, or the list not be written.
pub fn record() -> Result<(), String> {
    files::write(LIST, &list()?)
}

/// Whether the list is right.
///
/// # Errors
/// A page cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let is_right = files::read(LIST).unwrap_or_default() == list()?;
    let problem = format!("{LIST} is not right: cargo run -p book -- record checkpoints");
    Ok(if is_right { Vec::new() } else { vec![problem] })
}

/// The pages that have any, in the order in which a reader comes to them.
fn list() -> Result<String, String> {
    let mut list = String::from(
        "// Recorded with `cargo run -p book -- record checkpoints`: how many each page has.\n\
         window.checkpoints = {\n",
    );
    for step in STEPS {
        for page in chapter(step)? {
            let parts = parts(&page.text).into_iter();
            let count = parts.filter(|part| matches!(part, Part::Checkpoint { .. }));
            let name = page.path.replace("book/src/", "").replace(".md", "");
            match count.count() {
                0 => {}
                count => drop(writeln!(list, "    \"{name}\": {count},")),
            }
        }
    }
    list.push_str("};\n");
    Ok(list)
}
