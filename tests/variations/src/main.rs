//! `cargo vary 05b` puts the variation of an exercise in its place: the starter and its checks.

use std::env;
use std::process::ExitCode;

use variations::Variation;

const HELP: &str = "\
cargo vary 05b    makes exercise 05b its variation: the file that students get, and its checks

`git diff steps` shows what it has changed, and `git restore steps` takes it back.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [word] if !word.starts_with('-') && word != "help" => match vary(word) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("{problem}");
                ExitCode::FAILURE
            }
        },
        _ => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
    }
}

fn vary(word: &str) -> Result<(), String> {
    let exercise = format!(
        "ex{}",
        word.trim_start_matches("ex").trim_end_matches(".rs")
    );
    let variation = Variation::of(&exercise)?;
    if variation.is_there()? {
        return Err(format!(
            "{exercise} is varied already. Take it back first: git restore steps"
        ));
    }
    let files = variation.files()?;
    for (path, text) in &files {
        proof::write(&variation.folder.join(path), text)?;
    }
    let file = variation.folder.join(&files[0].0);
    println!(
        "{exercise} is its variation now. Its file: {}",
        file.display()
    );
    println!("It is checked and graded as before. Take it back with: git restore steps");
    Ok(())
}
