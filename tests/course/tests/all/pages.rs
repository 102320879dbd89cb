//! The real pages can be read: all that is shown of an exercise is found.

use std::fs;

use crate::scratch::{Scratch, workspace};

#[test]
fn each_page_has_what_a_terminal_shows() {
    let scratch = Scratch::new();
    for exercise in proof::exercises().unwrap() {
        let folder = proof::folder(&exercise).unwrap();
        let step = folder.parent().unwrap().file_name().unwrap().display();
        let page = format!("book/src/{step}/{exercise}.md");
        let text = fs::read_to_string(workspace().join(&page)).unwrap();
        scratch.write(
            &format!("steps/{step}/exercises/starters/{exercise}.rs"),
            "",
        );
        scratch.write(&page, &text);
        look_at(&scratch, exercise.trim_start_matches("ex"));
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
        let said = scratch.says(&format!("hint {id} {number}"), "");
        assert!(said.out.lines().count() > 4, "{}", said.out);
        said.hides(".md)");
    }
    let answer = format!("answer {id} --yes");
    scratch.says(&answer, "").hides("<summary>");
}
