//! The learner's file: whether it is all there is, and whether it is solved.

use std::env;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::HASTE;

/// What is handed in is one file, and grading has no other. The compiler lists what it has read beside
/// its program: the learner's file goes by way of the checks, and so does what it names.
///
/// # Errors
/// The file needs another one.
pub fn is_whole(id: &str) -> Result<(), String> {
    let program = env::current_exe().unwrap_or_default();
    let read = fs::read_to_string(program.with_extension("d")).unwrap_or_default();
    let files = read.lines().next().unwrap_or_default();
    let files = files.replace('\\', "/").replace("/ ", " ");
    let mine = format!("{id}.rs");
    let mut others = files.split("checks/../").skip(1).filter_map(|rest| {
        let end = rest.find(" steps/").unwrap_or(rest.len());
        let rest = rest.get(..end)?;
        let other = rest.strip_prefix(&mine).unwrap_or(rest).trim();
        (!other.is_empty() && !other.starts_with("../src/")).then_some(other)
    });
    match others.next() {
        None => Ok(()),
        Some(other) => Err(format!(
            "{mine} needs {other}, and what you hand in is {mine} alone.\n  Is it a module? Move its text: \
             mod name {{ ... }} in place of mod name;"
        )),
    }
}

/// Counts the checks that have passed. If they are all that there are, `cargo course` finds a note that this
/// text is solved. It is the text that was compiled, whatever the file has become.
pub fn passed(of: usize, (id, text): (&str, &[u8])) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let is_partly = ["ORDERS_REPLAY", HASTE]
        .map(env::var_os)
        .iter()
        .any(Option::is_some);
    if COUNT.fetch_add(1, Ordering::Relaxed) + 1 < of || is_partly {
        return;
    }
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&package).ancestors().nth(2);
    let Some(root) = root.filter(|root| root.join("Cargo.lock").is_file()) else {
        return;
    };
    let id = id.trim_start_matches("ex");
    let line = format!("{id} solved={}\n", fingerprint(text));
    let path = root.join(".course-state");
    if let Ok(mut notes) = File::options().create(true).append(true).open(path) {
        // Where it cannot be written, only the list does not know.
        let _ = notes.write_all(line.as_bytes());
    }
}

/// Two texts that differ have different ones: 64 bits of FNV-1a, and the length.
pub fn fingerprint(text: &[u8]) -> String {
    let hash = text.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}-{}", text.len())
}
