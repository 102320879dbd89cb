//! A program with all variants of an exercise, and the checks compiled with each.

use std::env;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::compiler::Crate;
use crate::files::{about, contents, folder, names, read, root, write};
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
    let root = read(&checks.join(format!("{exercise}.rs")))?;
    let begin = begin(&root, &folder(exercise)?.join("checks"));
    let list = root.find("trial::checks!").map_or("", |at| &root[at..]);
    let checked = checks.join(format!("{exercise}_checks.rs"));
    let main = main(&begin, list, variants, into, &checked);
    write(&into.join("main.rs"), &main)?;
    let mut texts = contents(checks)?;
    texts.extend(variants.iter().map(|variant| variant.text.clone().into()));
    texts.push(main.into());
    let target = into.ancestors().nth(3).unwrap_or(into);
    let mut externs = vec![
        "-Ccodegen-units=1".to_string(),
        "-Cstrip=debuginfo".to_string(),
    ];
    for (library, time) in libraries(target)? {
        externs.push(library);
        texts.push(time.into());
    }
    let program = Crate {
        name: "program".to_string(),
        root: into.join("main.rs"),
        contents: texts,
        externs,
        libraries: target.join("debug/deps"),
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

/// What rustc is told about a library, and when it was compiled.
type Library = (String, String);

/// `orders`, `trial` and the steps that are libraries: cargo has compiled them, or does it now.
fn libraries(target: &Path) -> Result<Vec<Library>, String> {
    static LIBRARIES: OnceLock<Result<Vec<Library>, String>> = OnceLock::new();
    LIBRARIES.get_or_init(|| compiled(target)).clone()
}

fn compiled(target: &Path) -> Result<Vec<Library>, String> {
    let mut steps = names(&root().join("steps"))?;
    steps.retain(|step| root().join("steps").join(step).join("src/lib.rs").is_file());
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--message-format=json", "--lib"])
        .args(["-p=orders", "-p=trial"])
        .args(steps.iter().map(|step| format!("-p=step-{step}")))
        .arg("--target-dir")
        .arg(target)
        .current_dir(root())
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let files = said.split('"').filter(|word| word.ends_with(".rlib"));
    let mut libraries = Vec::new();
    for file in files.map(|file| PathBuf::from(file.replace("\\\\", "\\"))) {
        let time = file.metadata().and_then(|data| data.modified());
        let time = time.map_err(|error| about(&file, &error))?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let name = stem.trim_start_matches("lib").split('-').next();
        let library = format!("--extern={}={}", name.unwrap_or_default(), file.display());
        libraries.push((library, format!("{time:?}")));
    }
    libraries.sort();
    Ok(libraries)
}
