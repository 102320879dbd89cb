//! Whether each moment of a chapter is as its pages say, and what the compiler says to the attempts
//! that a reader types, recorded and compared.

use crate::follow::{Walk, walk};
use crate::made::{self, Made};
use crate::moment::{Moment, Outcome};
use crate::pages::STEPS;
use crate::rustc::Rustc;
use crate::{compile, files, message, side_by_side};

const FOLDER: &str = "book/refused";
const RECORDED_WITH: &str = "book/refused/recorded-with.txt";

/// Records anew what the compiler says in one chapter.
pub fn record(step: &str) -> Result<(), String> {
    let rustc = Rustc::new()?;
    let mut moments = walk(step)?.moments;
    moments.retain(|moment| matches!(moment.outcome, Outcome::Refused { .. }));
    let (mut made, problems) = compiled(&moments, &rustc);
    made.push((RECORDED_WITH.to_string(), format!("{}\n", rustc.version)));
    made::write(made)?;
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems.join("\n")),
    }
}

/// What in a chapter is not as its pages say: checkpoints that do not compile, attempts that do. What
/// the compiler says must be what was recorded, to the letter, if it is the same compiler.
pub fn check(walk: &Walk) -> Result<Vec<String>, String> {
    let rustc = Rustc::new()?;
    let (made, mut problems) = compiled(&walk.moments, &rustc);
    let recorded_with = files::read(RECORDED_WITH).unwrap_or_default();
    if cfg!(unix) && recorded_with.trim_end() == rustc.version {
        problems.extend(made::wrong(&made, "record refused"));
    }
    Ok(problems)
}

/// Recordings of no attempt.
pub fn check_files() -> Result<Vec<String>, String> {
    let mut expected = vec![RECORDED_WITH.to_string()];
    for step in STEPS {
        for moment in walk(step)?.moments {
            if let Outcome::Refused { recording, .. } = moment.outcome {
                expected.push(recording);
            }
        }
    }
    made::strays(FOLDER, &expected, "is what the compiler says to no attempt")
}

/// What the compiler says to attempts, and what is not as the pages say.
fn compiled(moments: &[Moment], rustc: &Rustc) -> (Made, Vec<String>) {
    let (mut made, mut problems) = (Made::new(), Vec::new());
    let said = side_by_side::map(moments, |moment| match &moment.outcome {
        Outcome::Nothing | Outcome::Back => Ok(None),
        Outcome::Harm(_) | Outcome::Mended(_) => compiles(moment, rustc, None),
        Outcome::Checkpoint { text } => compiles(moment, rustc, Some(text)),
        Outcome::Refused { codes, recording } => {
            let said = refused(moment, rustc, codes);
            said.map(|said| Some((recording.clone(), said)))
        }
    });
    for (moment, said) in moments.iter().zip(said) {
        match said {
            Ok(said) => made.extend(said),
            Err(problem) => problems.push(format!("{}: {problem}", moment.at)),
        }
    }
    (made, problems)
}

/// It compiles. A checkpoint's text says so if the compiler warns.
fn compiles<T>(
    moment: &Moment,
    rustc: &Rustc,
    checkpoint: Option<&str>,
) -> Result<Option<T>, String> {
    let said = compile::project(rustc, &moment.project)?;
    let text = said.text;
    let told = checkpoint.map(|told| told.to_lowercase().contains("warning"));
    match told {
        _ if !said.compiles => Err(format!("it does not compile here:\n{text}")),
        Some(false) if !text.is_empty() => Err(format!(
            "the compiler warns here, and the checkpoint does not say so:\n{text}"
        )),
        Some(true) if text.is_empty() => {
            Err("it speaks of a warning, but there is none".to_string())
        }
        _ => Ok(None),
    }
}

/// What the compiler says, from its first word to the last before it gives up: cargo has other last
/// lines.
fn refused(moment: &Moment, rustc: &Rustc, codes: &str) -> Result<String, String> {
    let said = compile::project(rustc, &moment.project)?;
    if said.compiles {
        return Err(format!("it compiles, and the page wants {codes}"));
    }
    let text = said.text;
    let found = text.lines().filter_map(message::headline);
    let code = |(code, _)| if code == "" { "uncoded" } else { code };
    let mut came: Vec<&str> = found.map(code).collect();
    came.sort_unstable();
    came.dedup();
    let came = came.join("+");
    if came != codes {
        return Err(format!(
            "the page wants {codes}, and what came is {came}:\n{text}"
        ));
    }
    let end = text.find("\nerror: aborting due to ").unwrap_or(text.len());
    Ok(format!("{}\n", text[..end].trim_end()))
}
