//! The real pages can be read: all that is shown of an exercise is found.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::fs;
use std::path::Path;

use scratch::Scratch;

#[test]
fn each_page_has_what_a_terminal_shows() {
    let scratch = Scratch::new();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for step in fs::read_dir(project.join("steps")).unwrap() {
        let step = step.unwrap().file_name().into_string().unwrap();
        let starters = project.join(format!("steps/{step}/exercises/starters"));
        for starter in fs::read_dir(starters).into_iter().flatten() {
            let name = starter.unwrap().file_name().into_string().unwrap();
            let id = name.trim_start_matches("ex").trim_end_matches(".rs");
            let page = format!("book/src/{step}/ex{id}.md");
            // That there is a page, other tests see to.
            if let Ok(text) = fs::read_to_string(project.join(&page)) {
                scratch.write(&format!("steps/{step}/exercises/starters/{name}"), "");
                scratch.write(&page, &text);
                look_at(&scratch, id);
            }
        }
    }
}

fn look_at(scratch: &Scratch, id: &str) {
    let list = scratch.run(&[]).out;
    let start = format!("  {id}  ");
    let line = list.lines().find(|line| line.starts_with(&start)).unwrap();
    for wanted in [" min  ", "difficulty ", " of 3"] {
        assert!(line.contains(wanted), "no {wanted:?}: {line}");
    }
    for number in ["1", "2", "3"] {
        let said = scratch.run(&["hint", id, number]);
        assert!(said.is_success, "{}", said.errors);
        assert!(said.out.lines().count() > 4, "{}", said.out);
        assert!(!said.out.contains(".md)"), "{}", said.out);
    }
    let said = scratch.run(&["answer", id, "--yes"]);
    assert!(said.is_success, "{}", said.errors);
    assert!(!said.out.contains("<summary>"), "{}", said.out);
}
