//! Every block of code on a page is of a kind that some test runs, and is where it belongs.

use crate::follow::{Project, before, finished, walk};
use crate::pages::{Block, Page, Part, STEPS, include, parts, resolve};
use crate::typing::unmark;
use crate::{files, pages};

const KINDS: [&str; 3] = ["put", "quote", "answer"];

/// The blocks that are of no kind, or include what blocks of their kind must not.
///
/// # Errors
/// The pages or the steps cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for page in pages::all()? {
        let mut programs = None;
        for block in blocks(&page) {
            let at = format!("{}:{}", page.path, block.line);
            let problem = match resolve(&page.path, &block.lines) {
                Err(problem) => Err(problem),
                Ok(lines) if block.has("quote") && block.has("rust") => {
                    if programs.is_none() {
                        programs = Some(quotable(&page)?);
                    }
                    quoted(
                        &page,
                        &block,
                        &lines,
                        programs.as_deref().unwrap_or_default(),
                    )
                }
                Ok(_) => kind(&page, &block),
            };
            if let Err(problem) = problem {
                problems.push(format!("{at}: {problem}"));
            }
        }
        for (number, line) in page.text.lines().enumerate() {
            let read = include(&page.path, line).map(|(path, _)| files::read(&path));
            if let Some(Err(problem)) = read {
                problems.push(format!("{}:{}: {problem}", page.path, number + 1));
            }
        }
    }
    Ok(problems)
}

fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in parts(&page.text) {
        match part {
            Part::Block(block) => blocks.push(block),
            Part::Checkpoint { line, text } => {
                for part in parts(&text) {
                    if let Part::Block(mut block) = part {
                        block.line += line;
                        blocks.push(block);
                    }
                }
            }
            Part::Paragraph { .. } => {}
        }
    }
    blocks
}

fn kind(page: &Page, block: &Block) -> Result<(), String> {
    let language = block.info.first().map_or("", String::as_str);
    let mut lines = block.lines.iter();
    let included = block.lines.iter().map(|line| include(&page.path, line));
    let only_from = |begin: &str, end: &str| {
        let mut lines = block.lines.iter();
        lines.all(|line| {
            include(&page.path, line)
                .is_some_and(|(path, _)| path.starts_with(begin) && path.ends_with(end))
        })
    };
    match language {
        "rust" => {
            let kinds = KINDS.iter().filter(|kind| block.has(kind)).count();
            let is_answer = block.has("answer");
            match kinds == 1 && (!is_answer || only_from("tests/answers/", ".rs")) {
                true => Ok(()),
                false => Err(format!(
                    "a block of Rust is one of {KINDS:?}; the last includes an answer"
                )),
            }
        }
        "html" | "toml" if block.has("put") => Ok(()),
        // Real clients try these files: tests/browser/deploy.test.mjs.
        "nginx" | "ini" | "yaml" if only_from("book/deploy/", "") => Ok(()),
        "sh" => Ok(()), // for a script; its `cargo` commands are checked with all others
        "text" if block.has("powershell") => Ok(()),
        // Three dots of their own stand for lines of a message that are left out.
        "text" if lines.all(|line| line == "..." || include(&page.path, line).is_some()) => Ok(()),
        "console" => {
            let only_commands = block.lines.iter().all(|line| line.starts_with("$ "));
            let recorded = included
                .flatten()
                .next()
                .is_some_and(|(path, _)| path.starts_with("book/sessions/"));
            match only_commands || recorded {
                true => Ok(()),
                false => {
                    Err("what a terminal says is recorded and included, not typed".to_string())
                }
            }
        }
        _ => Err(format!(
            "`{language}` here is of no kind that a test looks at"
        )),
    }
}

/// The programs that a page may quote: of a chapter all that its reader has seen in it, and for any
/// other page the finished steps.
fn quotable(page: &Page) -> Result<Vec<Project>, String> {
    let mut programs = Vec::new();
    for step in STEPS {
        if page.path.starts_with(&format!("book/src/{step}/")) {
            let moments = walk(step)?.moments.into_iter();
            programs.extend(moments.map(|moment| moment.project));
            programs.push(before(step)?);
            programs.push(finished(step)?);
            return Ok(programs);
        }
        programs.push(finished(step)?);
    }
    Ok(programs)
}

fn quoted(page: &Page, block: &Block, lines: &[String], from: &[Project]) -> Result<(), String> {
    let included = block
        .lines
        .iter()
        .any(|line| include(&page.path, line).is_some_and(|(path, _)| path.starts_with("book/")));
    let lines: Vec<String> = lines.iter().map(|line| unmark(line, true)).collect();
    let stands = |text: &Vec<String>| stands_in(&lines, text);
    match included || from.iter().any(|project| project.values().any(stands)) {
        true => Ok(()),
        false => Err("these lines stand in no program of this chapter".to_string()),
    }
}

/// Whether lines stand in a text in this order, with gaps only where `// ...` says so.
fn stands_in(lines: &[String], text: &[String]) -> bool {
    let chunks: Vec<&[String]> = lines.split(|line| line.trim() == "// ...").collect();
    let mut rest = text;
    for chunk in chunks.into_iter().filter(|chunk| !chunk.is_empty()) {
        let same = |part: &[String]| part.iter().zip(chunk).all(|(a, b)| a.trim() == b.trim());
        match rest.windows(chunk.len()).position(same) {
            Some(at) => rest = &rest[at + chunk.len()..],
            None => return false,
        }
    }
    true
}
