//! Every `cargo` command in the book and in the README names what is there.

use std::collections::BTreeSet;

use crate::{files, pages};

/// The commands that name a package, program or test that does not exist.
///
/// # Errors
/// The pages or the manifests cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let packages = packages()?;
    let names = Names {
        aliases: files::read(".cargo/config.toml")?,
        tests: targets(&packages, "test")?,
        bins: targets(&packages, "bin")?,
        packages: packages.into_iter().map(|(name, _)| name).collect(),
    };
    let mut problems = Vec::new();
    let mut count = 0;
    let mut texts = vec![("README.md".to_string(), files::read("README.md")?)];
    texts.extend(pages::all()?.into_iter().map(|page| (page.path, page.text)));
    for (path, text) in texts {
        for (line, command) in commands(&text) {
            count += 1;
            if let Err(problem) = names.check(&command) {
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
pub fn commands(text: &str) -> Vec<(usize, String)> {
    let mut commands = Vec::new();
    let mut is_code = false;
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
            continue;
        }
        let candidates: Vec<&str> = match is_code {
            true => vec![line.trim_start_matches("$ ")],
            false => line.split('`').skip(1).step_by(2).collect(),
        };
        for candidate in candidates {
            let assignments = |word: &&str| word.contains('=') && !word.starts_with('-');
            let mut words = candidate.split_whitespace().skip_while(assignments);
            if words.next() == Some("cargo") {
                commands.push((at + 1, candidate.to_string()));
            }
        }
    }
    commands
}

/// What `cargo` does by itself, as far as the book has a use for it.
const OWN: [&str; 9] = [
    "bench", "build", "check", "clippy", "fmt", "install", "new", "run", "test",
];

struct Names {
    aliases: String,
    packages: BTreeSet<String>,
    bins: BTreeSet<String>,
    tests: BTreeSet<String>,
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
            let known = match pair[0] {
                "-p" | "--package" => &self.packages,
                "--bin" => &self.bins,
                "--test" => &self.tests,
                _ => continue,
            };
            let name = pair[1].trim_end_matches(['.', ',']);
            let is_pattern = name.contains("NN") || name.contains("NAME") || name == "…";
            if !known.contains(name) && !is_pattern {
                return Err(format!("there is no {name}"));
            }
        }
        if let ["cargo", "course", word, ..] = cargos {
            let usage = files::read("tests/course/src/main.rs")?;
            if !usage.contains(&format!("\"{word}\" =>")) {
                return Err(format!("`cargo course` does not know {word}"));
            }
        }
        if cargos.ends_with(&["book"]) && !programs.is_empty() {
            let usage = files::read("tests/book/src/main.rs")?;
            if let Some(word) = programs.get(1).filter(|word| !usage.contains(**word)) {
                return Err(format!("the program `book` does not know {word}"));
            }
        }
        Ok(())
    }
}

/// The names of the workspace's packages, and their folders.
fn packages() -> Result<Vec<(String, String)>, String> {
    let mut packages = Vec::new();
    for folder in ["steps", "tests"] {
        let manifests = files::below(folder)?.into_iter();
        for path in manifests.filter(|path| path.ends_with("/Cargo.toml")) {
            let name = value(&files::read(&path)?, "name");
            let name = name.ok_or(format!("{path} has no name"))?;
            packages.push((name, path.trim_end_matches("/Cargo.toml").to_string()));
        }
    }
    Ok(packages)
}

fn value(manifest: &str, key: &str) -> Option<String> {
    let mut values = manifest.lines().filter_map(|line| line.split_once(" = "));
    let (_, value) = values.find(|(name, _)| *name == key)?;
    Some(value.trim_matches('"').to_string())
}

/// The names of the targets that manifests declare in sections or a list of this kind.
fn targets(packages: &[(String, String)], kind: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    let (section, list) = (format!("[[{kind}]]"), format!("{kind} = ["));
    for (_, folder) in packages {
        let manifest = files::read(&format!("{folder}/Cargo.toml"))?;
        let mut is_inside = false;
        for line in manifest.lines() {
            let begins = line == section || line.starts_with(&list);
            is_inside = begins || is_inside && !line.starts_with(['[', ']']);
            let name = line.split_once("name = \"").filter(|_| is_inside);
            let name = name.and_then(|(_, rest)| rest.split_once('"'));
            names.extend(name.map(|(name, _)| name.to_string()));
        }
        let tests = format!("{folder}/tests");
        if kind == "test" && files::root().join(&tests).is_dir() {
            let files = files::below(&tests)?;
            let stems = files.iter().filter_map(|path| path.rsplit('/').next());
            names.extend(stems.map(|name| name.trim_end_matches(".rs").to_string()));
        }
    }
    Ok(names)
}
