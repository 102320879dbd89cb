//! How many checkpoints each page has, for the script that counts those that are done.

use std::fmt::Write;

use crate::made::Made;
use crate::pages::{Part, STEPS, chapter, parts};

/// The pages that have any, in the order in which a reader comes to them.
pub fn made() -> Result<Made, String> {
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
    Ok(vec![("book/assets/checkpoints.js".to_string(), list)])
}
