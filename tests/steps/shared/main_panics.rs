//! From step 06 on: a bug in the main thread ends the program, and not in silence.

use std::env::{self, consts::EXE_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use kit::{PATIENCE, run_to_end};

/// A folder of its own in `target`, which is gone afterwards.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A copy of this step, with a bug: it wants a pool of nobody, which panics.
fn copy_with_a_bug() -> Folder {
    let name = format!("no-workers-{}", process::id());
    let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    for part in ["src", "pages"] {
        let (from, to) = (Path::new(env!("CARGO_MANIFEST_DIR")), folder.0.join(part));
        fs::create_dir_all(&to).expect("a folder in target");
        for file in fs::read_dir(from.join(part)).expect("the step has it") {
            let file = file.expect("it can be read").path();
            let name = file.file_name().expect("a file has a name");
            fs::copy(&file, to.join(name)).expect("a file in target");
        }
    }
    let main = folder.0.join("src/main.rs");
    let text = fs::read_to_string(&main).expect("the step has it");
    let right = "const WORKERS: usize = 4;";
    assert_eq!(
        text.matches(right).count(),
        1,
        "this test replaces {right:?} in src/main.rs"
    );
    fs::write(&main, text.replace(right, "const WORKERS: usize = 0;")).expect("it is our copy");
    folder
}

fn compile(folder: &Path, source: &str, arguments: &[&str]) {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command
        .current_dir(folder)
        .args(["--edition", "2024", source])
        .args(arguments);
    let finished = run_to_end(&mut command, 6 * PATIENCE);
    assert!(
        finished.status.success(),
        "{command:?} says {:#?}",
        finished.errors
    );
}

#[test]
fn a_panic_of_the_main_thread_is_logged_before_the_program_ends() {
    let folder = copy_with_a_bug();
    let library = env!("CARGO_PKG_NAME").replace('-', "_");
    let library_kind = ["--crate-type", "rlib", "--crate-name", &library];
    compile(&folder.0, "src/lib.rs", &library_kind);
    let dependency = format!("{library}=lib{library}.rlib");
    let program = format!("program{EXE_SUFFIX}");
    let with_library = ["--extern", &dependency, "-o", &program];
    compile(&folder.0, "src/main.rs", &with_library);

    let mut command = Command::new(folder.0.join(program));
    let finished = run_to_end(command.arg("127.0.0.1:0"), PATIENCE);
    let is_said = |line: &String| line.contains("a pool needs at least one worker");
    if finished.status.code() != Some(101) || !finished.log.iter().any(is_said) {
        kit::fail(
            "a program whose main thread panics",
            "exit code 101, and on standard output a line that says where it panicked and why",
            &format!(
                "{}, standard output {:#?}, standard error {:#?}",
                finished.status, finished.log, finished.errors
            ),
            "src/main.rs: the hook; is its line written before the process ends?",
        );
    }
}
