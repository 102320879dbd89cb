//! The questions at the end of a chapter can be answered, each in one way.

use crate::pages::{STEPS, chapter};

const RIGHT: &str = "**Yes.**";
const WRONG: &str = "**No.**";

/// What is wrong with the questions of the six chapters.
///
/// # Errors
/// The pages cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for step in STEPS {
        let path = format!("book/src/{step}/check-yourself.md");
        match chapter(step)?.into_iter().find(|page| page.path == path) {
            None => problems.push(format!("{step} has no check-yourself.md in the summary")),
            Some(page) => problems.extend(of_page(&page.path, &page.text)),
        }
    }
    Ok(problems)
}

fn of_page(path: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let sections = text.split("\n## ").skip(1);
    let questions: Vec<&str> = sections
        .filter(|section| section.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    if !(3..=5).contains(&questions.len()) {
        problems.push(format!(
            "{path} has {} questions, not 3 to 5",
            questions.len()
        ));
    }
    let mut letters = Vec::new();
    for (number, question) in (1..).zip(&questions) {
        let at = format!("{path}, question {number}");
        if !question.starts_with(&format!("{number}. ")) {
            problems.push(format!("{at} does not begin with its number"));
        }
        let answers: Vec<&str> = question.split("<details>").skip(1).collect();
        if answers.len() < 3 {
            problems.push(format!("{at} has fewer than three answers"));
        }
        let mut right = Vec::new();
        for (letter, answer) in ('A'..='Z').zip(&answers) {
            let (is_right, is_wrong) = (answer.contains(RIGHT), answer.contains(WRONG));
            if is_right == is_wrong || !answer.contains("</details>") {
                problems.push(format!(
                    "{at}: answer {letter} is neither {RIGHT} nor {WRONG}"
                ));
            }
            if !answer.starts_with(&format!("<summary>{letter}. ")) {
                problems.push(format!(
                    "{at}: answer {letter} does not begin with its letter"
                ));
            }
            if is_right {
                right.push(letter);
            }
        }
        match right.as_slice() {
            [letter] => letters.push(*letter),
            _ => problems.push(format!("{at} has {} right answers, not one", right.len())),
        }
    }
    letters.dedup();
    if letters.len() == 1 && questions.len() > 1 {
        problems.push(format!("{path}: every right answer is at the same letter"));
    }
    problems
}
