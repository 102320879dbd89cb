//! A program with all variants of an exercise, and the checks compiled with each.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::compiler::Crate;
use crate::files::{about, contents, folder, root, write};
use crate::variants::Variant;

/// Writes each variant into a file of the folder, and compiles them together.
///
/// # Errors
/// What the compiler says.
pub fn build(
    exercise: &str,
    checks: &Path,
    variants: &[Variant],
    into: &Path,
) -> Result<PathBuf, String> {
    for Variant { name, text, .. } in variants {
        write(&into.join(format!("{name}.rs")), text)?;
    }
    let exercises = folder(exercise)?;
    let root = checks.join(format!("{exercise}.rs"));
    let root = fs::read_to_string(&root).map_err(|error| about(&root, &error))?;
    let checked = checks.join(format!("{exercise}_checks.rs"));
    let begin = begin(&root, &exercises.join("checks"));
    let list = root.find("trial::checks!").map_or("", |at| &root[at..]);
    let main = main(&begin, list, variants, into, &checked);
    write(&into.join("main.rs"), &main)?;
    let mut texts = contents(checks)?;
    texts.extend(
        variants
            .iter()
            .map(|variant| variant.text.clone().into_bytes()),
    );
    texts.push(main.into_bytes());
    let program = Crate {
        name: "program".to_string(),
        root: into.join("main.rs"),
        externs: libraries(&exercises, into)?,
        libraries: into.parent().unwrap_or(into).to_path_buf(),
        contents: texts,
    };
    program.compile(into)
}

/// How the root of an exercise begins, before the learner's file: with what stands in for a library.
fn begin(root: &str, checks: &Path) -> String {
    let code = root.lines().filter(|line| !line.starts_with("//"));
    let code = code.take_while(|line| !line.starts_with("#[path = \"../ex"));
    let code: Vec<String> = code
        .map(|line| match line.strip_prefix("#[path = \"") {
            Some(path) => {
                let path = checks.join(path.trim_end_matches("\"]"));
                format!("#[path = {path:?}]")
            }
            None => line.to_string(),
        })
        .collect();
    code.join("\n")
}

/// A module for each variant, with the checks and their list in it, and a `main` that knows them all.
fn main(begin: &str, list: &str, variants: &[Variant], into: &Path, checks: &Path) -> String {
    let mut modules = format!("{begin}\n");
    let mut all = String::new();
    for Variant { name, .. } in variants {
        let file = into.join(format!("{name}.rs"));
        let _ = writeln!(
            modules,
            "mod {name} {{\n    #[path = {file:?}]\n    mod exercise;\n    \
             #[path = {checks:?}]\n    mod checks;\n{list}}}\n"
        );
        let _ = writeln!(all, "        ({name:?}, {name}::CHECKS),");
    }
    format!("{modules}fn main() {{\n    trial::pick(&[\n{all}    ]);\n}}\n")
}

/// `orders`, `trial`, and the step of the exercise if it has a library. They lie beside the folder, for all
/// exercises.
fn libraries(exercises: &Path, into: &Path) -> Result<Vec<String>, String> {
    let beside = into.parent().unwrap_or(into);
    let tests = root().join("tests");
    let mut found = vec![library("orders", &tests.join("orders"), beside, &[])?];
    found.push(library("trial", &tests.join("trial"), beside, &found)?);
    let step = exercises.parent().unwrap_or(exercises);
    if step.join("src/lib.rs").is_file() {
        let name = step.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("step_{}", name.replace('-', "_"));
        found.push(library(&name, step, beside, &[])?);
    }
    Ok(found)
}

/// What rustc is told about a library. It is made of what is in `src`, and of its pages.
fn library(name: &str, folder: &Path, into: &Path, externs: &[String]) -> Result<String, String> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut texts = contents(&folder.join("src"))?;
    let pages = folder.join("pages");
    if pages.is_dir() {
        texts.extend(contents(&pages)?);
    }
    let library = Crate {
        name: name.to_string(),
        root: folder.join("src/lib.rs"),
        contents: texts,
        externs: externs.to_vec(),
        libraries: into.to_path_buf(),
    };
    Ok(format!(
        "--extern={name}={}",
        library.compile(into)?.display()
    ))
}
