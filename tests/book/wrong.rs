//! The programs that compile and are wrong: each says what the book shows, and its mended self
//! says something else.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

const FOLDER: &str = env!("CARGO_MANIFEST_DIR");
const TIME: Duration = Duration::from_secs(20);

/// Some programs look after half a second whether something has happened. On a machine that is busy
/// with other things, half a second may be too little for what does happen.
const TRIES: u32 = 3;

/// How a program is expected to end.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Success,
    Panic,
    Abort,
}

struct Program {
    name: &'static str,
    path: &'static str,
    end: End,
}

/// For each: its name, how it ends, and how it ends when it is mended.
macro_rules! programs {
    ($($name:literal $end:ident $mended:ident;)*) => {
        [$((
            Program { name: $name, path: env!(concat!("CARGO_BIN_EXE_", $name)), end: End::$end },
            Program {
                name: concat!($name, "-mended"),
                path: env!(concat!("CARGO_BIN_EXE_", $name, "-mended")),
                end: End::$mended,
            },
        ),)*]
    };
}

const PROGRAMS: &[(Program, Program)] = &programs! {
    "joined-before-closed" Success Success;
    "silent-client-holds-shutdown" Success Success;
    "unwrap-in-drop" Abort Panic;
};

#[test]
fn each_says_what_the_book_shows() {
    for (wrong, mended) in PROGRAMS {
        let (said, mended_said) = (check(wrong), check(mended));
        assert_ne!(said, mended_said, "{} mended says the same", wrong.name);
    }
}

#[test]
fn each_is_checked() {
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(FOLDER).join("src/bin")).expect("the folder can be read") {
        let name = entry.expect("the folder can be read").file_name();
        files.push(name.to_string_lossy().replace(".rs", ""));
    }
    let pairs = PROGRAMS.iter();
    let names = pairs.flat_map(|(wrong, mended)| [wrong.name, mended.name]);
    let mut checked: Vec<&str> = names.collect();
    files.sort();
    checked.sort_unstable();
    assert_eq!(
        files, checked,
        "left: book/wrong/src/bin, right: PROGRAMS in tests/book/wrong.rs; they should be the same"
    );
}

/// Runs the program, and returns what it said.
fn check(program: &Program) -> String {
    let name = program.name;
    let file = Path::new(FOLDER).join("said").join(format!("{name}.txt"));
    let recorded = fs::read_to_string(&file).unwrap_or_default();
    let (mut said, mut status) = run(program);
    for _ in 1..TRIES {
        if said != recorded {
            (said, status) = run(program);
        }
    }
    assert_eq!(end(status), program.end, "{name}: {status}");
    assert_eq!(
        said, recorded,
        "{name} says what is on the left, and the book shows what is on the right. \
         If the left is meant: cargo run -p book -- record wrong"
    );
    said
}

fn run(program: &Program) -> (String, ExitStatus) {
    let finished = kit::run_to_end(&mut Command::new(program.path), TIME);
    let said = finished.log.iter().map(|line| format!("{line}\n"));
    (said.collect(), finished.status)
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(0) => End::Success,
        Some(101) => End::Panic,
        _ => End::Abort, // a signal on Unix, a code of its own on Windows
    }
}
