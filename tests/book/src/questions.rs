//! The questions at the end of a chapter can be answered, each in one way.

use crate::pages::{STEPS, chapter};

const RIGHT: &str = "**Yes.**";
const WRONG: &str = "**No.**";

/// What is wrong with the questions of the six chapters.
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
    let mut questions: Vec<&str> = text.split("\n## ").skip(1).collect();
    questions.retain(|section| section.starts_with(|c: char| c.is_ascii_digit()));
    let count = questions.len();
    if !(3..=5).contains(&count) {
        problems.push(format!("{path} has {count} questions, not 3 to 5"));
    }
    let mut letters = Vec::new();
    for (number, question) in (1..).zip(&questions) {
        let (right, wrong) = of_question(number, question);
        let at = |problem| format!("{path}, question {number}{problem}");
        problems.extend(wrong.into_iter().map(at));
        letters.extend(right);
    }
    letters.dedup();
    if letters.len() == 1 && count > 1 {
        problems.push(format!("{path}: every right answer is at the same letter"));
    }
    problems
}

/// The letters of the right answers, and what is wrong.
fn of_question(number: usize, question: &str) -> (Vec<char>, Vec<String>) {
    let answers: Vec<&str> = question.split("<details>").skip(1).collect();
    let mut right = Vec::new();
    let mut wrong = Vec::new();
    let mut expect = |is_so: bool, problem: String| wrong.extend((!is_so).then_some(problem));
    let is_numbered = question.starts_with(&format!("{number}. "));
    expect(is_numbered, " does not begin with its number".to_string());
    expect(
        answers.len() >= 3,
        " has fewer than three answers".to_string(),
    );
    for (letter, answer) in ('A'..='Z').zip(&answers) {
        let is_right = answer.contains(RIGHT);
        let is_one = is_right != answer.contains(WRONG) && answer.contains("</details>");
        let problem = format!(": answer {letter} is neither {RIGHT} nor {WRONG}");
        expect(is_one, problem);
        let is_lettered = answer.starts_with(&format!("<summary>{letter}. "));
        expect(
            is_lettered,
            format!(": answer {letter} does not begin with its letter"),
        );
        right.extend(is_right.then_some(letter));
    }
    let problem = format!(" has {} right answers, not one", right.len());
    expect(right.len() == 1, problem);
    (right, wrong)
}
