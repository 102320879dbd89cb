//! Programs that the compiler must reject, what it says to each, and the mend that it accepts.

pub mod judge;

use crate::rustc::{Rustc, Said};
use crate::{files, side_by_side};

const FOLDER: &str = "book/rejected";
const RECORDED_WITH: &str = "book/rejected/recorded-with.txt";
const RECORD: &str = "`cargo run -p book -- record rejected`";

/// Writes anew what the compiler says to each program that has a mend, and which compiler that is.
///
/// # Errors
/// A program that compiles, or a file that cannot be read or written.
pub fn record() -> Result<(), String> {
    let rustc = Rustc::new()?;
    let mut programs = files::below(FOLDER)?;
    let all = programs.clone();
    programs.retain(|path| is_program(path) && all.contains(&mended(path)));
    let said = all_at_once(&rustc, &programs);
    for (program, said) in programs.iter().zip(said) {
        let said = said?;
        if said.compiles {
            return Err(format!(
                "{program} compiles, and the book says that it does not"
            ));
        }
        files::write(&recording(program), &said.text)?;
    }
    files::write(RECORDED_WITH, &format!("{}\n", rustc.version))
}

/// Compiles every program and every mend. Returns what is not as it was recorded.
pub fn check() -> Vec<String> {
    let (rustc, paths) = match (Rustc::new(), files::below(FOLDER)) {
        (Ok(rustc), Ok(paths)) => (rustc, paths),
        (Err(problem), _) | (_, Err(problem)) => return vec![problem],
    };
    let has_same_words = cfg!(unix)
        && files::read(RECORDED_WITH).is_ok_and(|version| version.trim_end() == rustc.version);
    let sources: Vec<String> =
        (paths.iter().filter(|path| path.ends_with(".rs")).cloned()).collect();
    let said = all_at_once(&rustc, &sources);
    let mut problems = Vec::new();
    for (source, said) in sources.iter().zip(said) {
        problems.extend(match said {
            Err(problem) => Some(problem),
            Ok(said) if is_program(source) && paths.contains(&recording(source)) => {
                judge::rejection(source, &said, has_same_words)
            }
            Ok(said) => judge::acceptance(source, &said),
        });
    }
    problems
}

/// Looks for programs without a recording or a mend, and for recordings and mends of no program.
pub fn check_files() -> Vec<String> {
    let paths = match files::below(FOLDER) {
        Ok(paths) => paths,
        Err(problem) => return vec![problem],
    };
    paths
        .iter()
        .filter_map(|path| misplaced(path, &paths))
        .collect()
}

fn misplaced(path: &str, all: &[String]) -> Option<String> {
    let is_there = |path: String| all.contains(&path);
    if path == RECORDED_WITH {
        None
    } else if is_program(path) {
        match (is_there(recording(path)), is_there(mended(path))) {
            (true, false) => Some(format!("{path} has no mend: {} is missing", mended(path))),
            (false, true) => Some(format!(
                "{path} is not recorded: expected {}; make it with {RECORD}",
                recording(path)
            )),
            _ => None,
        }
    } else {
        let name = path.strip_suffix("-mended.rs");
        match name.or_else(|| path.strip_suffix(".stderr")) {
            Some(name) if is_there(format!("{name}.rs")) => None,
            Some(name) => Some(format!(
                "{path} belongs to no program: {name}.rs is missing"
            )),
            None => Some(format!(
                "{path} is no program, recording or mend: expected nothing else"
            )),
        }
    }
}

/// What the compiler says to each, in the same order.
fn all_at_once(rustc: &Rustc, sources: &[String]) -> Vec<Result<Said, String>> {
    side_by_side::map(sources, |source| rustc.compile(source))
}

fn is_program(path: &str) -> bool {
    path.ends_with(".rs") && !path.ends_with("-mended.rs")
}

fn recording(program: &str) -> String {
    program.replace(".rs", ".stderr")
}

fn mended(program: &str) -> String {
    program.replace(".rs", "-mended.rs")
}
