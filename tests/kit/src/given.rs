//! The program that the environment variable `SERVER` names.

use std::ffi::OsString;
use std::path::Path;

/// A command as `SERVER` has it: the path of a program, or words. A word with spaces stands in double quotes.
///
/// # Panics
/// It names no program.
pub fn words(server: &str) -> Vec<OsString> {
    let pieces = server.split('"').enumerate();
    let words: Vec<OsString> = match file(server.trim()) {
        Some(program) => vec![program],
        None => pieces
            .flat_map(|(number, piece)| match number % 2 {
                0 => piece.split_whitespace().collect(),
                _ => vec![piece],
            })
            .map(|word| file(word).unwrap_or_else(|| word.into()))
            .collect(),
    };
    let Some(first) = words.first() else {
        panic!("SERVER is set, and empty: say which program is to be tested, or `unset SERVER`");
    };
    let path = Path::new(first);
    assert!(
        path.components().count() == 1 || path.is_file(),
        "SERVER is {server:?}, and there is no file {first:?} (seen from the folder of the repository): is it \
         built, and is each word with spaces in double quotes?"
    );
    words
}

/// A path as one would type it at the top of the workspace, made to mean the same in every folder:
/// cargo runs a test in the folder of its package. Words that name no file stay as they are.
fn file(word: &str) -> Option<OsString> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = workspace.join(word).canonicalize().ok()?;
    path.is_file().then(|| path.into())
}
