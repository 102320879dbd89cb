//! From step 06 on: a bug in the main thread ends the program, and not in silence.

use std::fs;
use std::path::Path;
use std::process::{self, Command};

use kit::{PATIENCE, compile, run_to_end};

const RIGHT: &str = "const WORKERS: usize = 4;";

/// This step's `main.rs`, with a bug: it wants a pool of nobody, which panics. Its modules are where
/// they are.
fn main_with_a_bug(src: &Path) -> String {
    let text = fs::read_to_string(src.join("main.rs")).expect("the step has it");
    let count = text.matches(RIGHT).count();
    assert_eq!(count, 1, "this test replaces {RIGHT:?} in src/main.rs");
    let lines = text.lines().map(|line| {
        let module = line
            .strip_prefix("mod ")
            .map(|name| src.join(name.replace(';', ".rs")));
        let path = module.map(|path| format!("#[path = {path:?}]\n"));
        path.unwrap_or_default() + line + "\n"
    });
    let text: String = lines.collect();
    text.replace(RIGHT, "const WORKERS: usize = 0;")
}

#[test]
fn a_panic_of_the_main_thread_is_logged_before_the_program_ends() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let name = format!("no-workers-{}", process::id());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder in target");
    let (main, program) = (folder.join("main.rs"), folder.join("program"));
    fs::write(&main, main_with_a_bug(&src)).expect("a file in target");

    let name = env!("CARGO_PKG_NAME").replace('-', "_");
    let library = folder.join(format!("lib{name}.rlib"));
    let library_kind = ["--crate-type=rlib", "--crate-name", &name];
    compile(&src.join("lib.rs"), &library_kind, &library);
    let with_library = ["--extern", &format!("{name}={}", library.display())];
    compile(&main, &with_library, &program);
    let finished = run_to_end(Command::new(program).arg("127.0.0.1:0"), PATIENCE);
    fs::remove_dir_all(&folder).expect("it is our folder");

    let is_said = |line: &String| line.contains("a pool needs at least one worker");
    if finished.status.code() != Some(101) || !finished.log.iter().any(is_said) {
        kit::fail(
            "a program whose main thread panics",
            "exit code 101, and on standard output a line that says where it panicked and why",
            &format!("{finished:#?}"),
            "src/main.rs: the hook; is its line written before the process ends?",
        );
    }
}
