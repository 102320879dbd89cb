//! Every `cargo` command in the book and in the README names what is there.

use crate::page::lines;
use crate::{files, pages};

/// The commands that name a package, program or test that does not exist.
pub fn check() -> Result<Vec<String>, String> {
    let metadata = kit::cargo()
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    let names = Names {
        metadata: String::from_utf8_lossy(&metadata.stdout).into_owned(),
        aliases: files::read(".cargo/config.toml")?,
        course: files::read("tests/course/src/main.rs")?,
        book: files::read("tests/book/src/main.rs")?,
    };
    let mut problems = Vec::new();
    let mut count = 0;
    let mut texts = vec![("README.md".to_string(), files::read("README.md")?)];
    texts.extend(pages::all()?.into_iter().map(|page| (page.path, page.text)));
    for (path, text) in texts {
        for (line, command) in commands(&text) {
            count += 1;
            if let Err(problem) = names.check(command) {
                problems.push(format!("{path}:{line}: `{command}`: {problem}"));
            }
        }
    }
    if count == 0 {
        problems.push("the book names no command".to_string());
    }
    Ok(problems)
}

/// The commands in a text, with their lines: between backticks, and in blocks after `$ `.
fn commands(text: &str) -> Vec<(usize, &str)> {
    let inline = lines(text, false).flat_map(|(at, line)| {
        let candidates = line.split('`').skip(1).step_by(2);
        candidates.map(move |candidate| (at, candidate))
    });
    let typed = lines(text, true).map(|(at, line)| (at, line.trim_start_matches("$ ")));
    let is_cargo = |(_, candidate): &(usize, &str)| {
        let assignments = |word: &&str| word.contains('=') && !word.starts_with('-');
        let mut words = candidate.split_whitespace().skip_while(assignments);
        words.next() == Some("cargo")
    };
    inline.chain(typed).filter(is_cargo).collect()
}

/// What `cargo` does by itself, as far as the book has a use for it.
const OWN: [&str; 9] = [
    "bench", "build", "check", "clippy", "fmt", "install", "new", "run", "test",
];

struct Names {
    /// What cargo says of the workspace's packages and their targets, in JSON.
    metadata: String,
    aliases: String,
    /// The texts of programs that know words of their own.
    course: String,
    book: String,
}

impl Names {
    fn check(&self, command: &str) -> Result<(), String> {
        let words: Vec<&str> = command.split_whitespace().collect();
        let mut after = words.iter().skip_while(|word| **word != "cargo").skip(1);
        let first = after
            .find(|word| !word.starts_with(['-', '+']))
            .unwrap_or(&"run");
        if !OWN.contains(first) && !self.aliases.contains(&format!("\n{first} = ")) {
            return Err(format!("cargo does not know {first}"));
        }
        let own = words.iter().position(|word| *word == "--");
        let (cargos, programs) = words.split_at(own.unwrap_or(words.len()));
        for pair in cargos.windows(2) {
            let name = pair[1].trim_end_matches(['.', ',']);
            let is_pattern = name.contains("NN") || name.contains("NAME") || name == "…";
            if !is_pattern && !self.has(pair[0], name) {
                return Err(format!("there is no {name}"));
            }
        }
        match (cargos, programs) {
            (["cargo", "course", word, ..], _)
                if !self.course.contains(&format!("\"{word}\" =>")) =>
            {
                Err(format!("`cargo course` does not know {word}"))
            }
            ([.., "book"], [_, word, ..]) if !self.book.contains(word) => {
                Err(format!("the program `book` does not know {word}"))
            }
            _ => Ok(()),
        }
    }

    /// Whether there is a package or target of this name, if the word before asks for one.
    fn has(&self, before: &str, name: &str) -> bool {
        let kind = match before {
            "-p" | "--package" => {
                let package = format!("{{\"name\":\"{name}\",\"version\":");
                return self.metadata.contains(&package);
            }
            "--bin" => "{\"kind\":[\"bin\"]",
            "--test" => "{\"kind\":[\"test\"]",
            _ => return true,
        };
        let mut targets = self.metadata.split(kind).skip(1);
        let name = format!("\"name\":\"{name}\"");
        targets.any(|target| target.split('}').next().unwrap_or_default().contains(&name))
    }
}
