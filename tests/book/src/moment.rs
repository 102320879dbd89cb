//! Whether a reader's project is, at a moment, as the page says.

use crate::rustc::Rustc;
use crate::{compile, files, made, message};
pub use typing::moment::{Moment, Outcome};

/// What is not as the page says. With `has_same_words`, what the compiler says to a refused
/// piece must be what was recorded, to the letter.
pub fn problem(moment: &Moment, rustc: &Rustc, has_same_words: bool) -> Option<String> {
    let problem = match &moment.outcome {
        Outcome::Nothing | Outcome::Back => Ok(()),
        Outcome::Harm(_) | Outcome::Mended(_) => compiles(moment, rustc, None),
        Outcome::Checkpoint { text } => compiles(moment, rustc, Some(text)),
        Outcome::Refused { codes, recording } => {
            refused(moment, rustc, codes).and_then(|said| match has_same_words {
                true => same(&said, recording),
                false => Ok(()),
            })
        }
    };
    problem
        .err()
        .map(|problem| format!("{}: {problem}", moment.at))
}

/// It compiles. A checkpoint's text says so if the compiler warns.
fn compiles(moment: &Moment, rustc: &Rustc, checkpoint: Option<&str>) -> Result<(), String> {
    let said = compile::project(rustc, &moment.project)?;
    if !said.compiles {
        return Err(format!("it does not compile here:\n{}", said.text));
    }
    let Some(text) = checkpoint else {
        return Ok(());
    };
    let told = text.to_lowercase().contains("warning");
    match said.text.is_empty() {
        false if !told => Err(format!(
            "the compiler warns here, and the checkpoint does not say so:\n{}",
            said.text
        )),
        true if told => Err("it speaks of a warning, but there is none".to_string()),
        _ => Ok(()),
    }
}

/// What the compiler says, from its first word to the last before it gives up.
pub fn refused(moment: &Moment, rustc: &Rustc, codes: &str) -> Result<String, String> {
    let said = compile::project(rustc, &moment.project)?;
    if said.compiles {
        return Err(format!("it compiles, and the page wants {codes}"));
    }
    let found = said.text.lines().filter_map(message::headline);
    let code = |(code, _)| if code == "" { "uncoded" } else { code };
    let mut came: Vec<&str> = found.map(code).collect();
    came.sort_unstable();
    came.dedup();
    let came = came.join("+");
    match came == codes {
        true => Ok(without_end(&said.text)),
        false => Err(format!(
            "the page wants {codes}, and what came is {came}:\n{}",
            said.text
        )),
    }
}

/// Without the last lines, in whose place cargo has others.
fn without_end(text: &str) -> String {
    let end = text.find("\nerror: aborting due to ").unwrap_or(text.len());
    format!("{}\n", text.split_at(end).0.trim_end())
}

fn same(said: &str, recording: &str) -> Result<(), String> {
    let why = made::difference(&files::read(recording)?, said);
    why.map_or(Ok(()), |why| {
        Err(format!(
            "{recording} is not what the compiler says: {why}; if that is meant: cargo run -p book -- \
             record refused"
        ))
    })
}
