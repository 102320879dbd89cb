//! Every block of code on a page is of a kind that some test runs, and is where it belongs.

use crate::follow::{Project, before, finished, walk};
use crate::pages::{Block, Page, Part, STEPS, include, parts, resolve};
use crate::typing::unmark;
use crate::{files, pages};

const KINDS: [&str; 3] = ["put", "quote", "answer"];

/// The blocks that are of no kind, or include what blocks of their kind must not.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for page in pages::all()? {
        let blocks = blocks(&page);
        let programs = match blocks.iter().any(|block| block.has("quote")) {
            true => quotable(&page)?,
            false => Vec::new(),
        };
        for block in blocks {
            let problem = resolve(&page.path, &block.lines).and_then(|lines| {
                match block.has("quote") && block.has("rust") {
                    true => quoted(&page, &block, &lines, &programs),
                    false => kind(&page, &block),
                }
            });
            let at = |problem| format!("{}:{}: {problem}", page.path, block.line);
            problems.extend(problem.err().map(at));
        }
        for (line, text) in (1..).zip(page.text.lines()) {
            let file = include(&page.path, text).and_then(|(path, _)| files::read(&path).err());
            problems.extend(file.map(|problem| format!("{}:{line}: {problem}", page.path)));
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
    let is_right = is_right(page, block, language);
    let kinds = KINDS.iter().filter(|kind| block.has(kind)).count();
    match language {
        "rust" if !is_right || kinds != 1 => Err(format!(
            "a block of Rust is one of {KINDS:?}; the last includes an answer"
        )),
        _ if is_right => Ok(()),
        "console" => Err("what a terminal says is recorded and included, not typed".to_string()),
        _ => Err(format!(
            "`{language}` here is of no kind that a test looks at"
        )),
    }
}

/// Whether it includes what a block of its language may, and nothing else.
fn is_right(page: &Page, block: &Block, language: &str) -> bool {
    let from = |line: &String, begin: &str| {
        include(&page.path, line).is_some_and(|(path, _)| path.starts_with(begin))
    };
    let all_from = |begin: &str| block.lines.iter().all(|line| from(line, begin));
    match language {
        "rust" if block.has("answer") => {
            all_from("tests/answers/") && block.lines.iter().all(|line| line.contains(".rs"))
        }
        "rust" => true,
        "html" | "toml" => block.has("put"),
        // Real clients try these files: tests/browser/deploy.test.mjs.
        "nginx" | "ini" | "yaml" => all_from("book/deploy/"),
        "sh" => true, // for a script; its `cargo` commands are checked with all others
        // Three dots of their own stand for lines of a message that are left out.
        "text" => {
            let is_message = |line: &String| line == "..." || from(line, "");
            block.has("powershell") || block.lines.iter().all(is_message)
        }
        "console" => {
            let mut included = block.lines.iter().filter(|line| from(line, ""));
            let is_typed = block.lines.iter().all(|line| line.starts_with("$ "));
            is_typed
                || included
                    .next()
                    .is_some_and(|line| from(line, "book/sessions/"))
        }
        _ => false,
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
