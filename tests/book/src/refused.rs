//! Whether each moment of a chapter is as its pages say, and what the compiler says to the attempts
//! that a reader types, recorded and compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::follow::{Project, Walk, walk};
use crate::made::{self, Made};
use crate::moment::{Moment, Outcome};
use crate::pages::STEPS;
use crate::rustc::{Rustc, Said};
use crate::{compile, files, message, side_by_side};

const FOLDER: &str = "book/refused";
const RECORDED_WITH: &str = "book/refused/recorded-with.txt";

/// Records anew what the compiler says in one chapter.
pub fn record(step: &str) -> Result<(), String> {
    let rustc = Rustc::new()?;
    let mut moments = walk(step)?.moments;
    moments.retain(|moment| matches!(moment.outcome, Outcome::Refused { .. }));
    let (mut made, problems) = compiled(&moments, &rustc)?;
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
    let (made, mut problems) = compiled(&walk.moments, &rustc)?;
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
fn compiled(moments: &[Moment], rustc: &Rustc) -> Result<(Made, Vec<String>), String> {
    let is_compiled = |one: &&Moment| !matches!(one.outcome, Outcome::Nothing | Outcome::Back);
    let moments: Vec<&Moment> = moments.iter().filter(is_compiled).collect();
    // A checkpoint has often the project of a mend before it.
    let projects: BTreeSet<&Project> = moments.iter().map(|moment| &moment.project).collect();
    let projects: Vec<&Project> = projects.into_iter().collect();
    let said = side_by_side::map(&projects, |project| compile::project(rustc, project));
    let said: Result<Vec<Said>, String> = said.into_iter().collect();
    let said: BTreeMap<&Project, Said> = projects.into_iter().zip(said?).collect();
    let (mut made, mut problems) = (Made::new(), Vec::new());
    for moment in moments {
        match outcome(moment, &said[&moment.project]) {
            Ok(recorded) => made.extend(recorded),
            Err(problem) => problems.push(format!("{}: {problem}", moment.at)),
        }
    }
    Ok((made, problems))
}

/// What is to be recorded of a moment, if it is as its page says.
fn outcome(moment: &Moment, said: &Said) -> Result<Option<(String, String)>, String> {
    let text = &said.text;
    match &moment.outcome {
        Outcome::Refused { codes, recording } => {
            let said = refused(said, codes)?;
            return Ok(Some((recording.clone(), said)));
        }
        _ if !said.compiles => return Err(format!("it does not compile here:\n{text}")),
        // It says so if the compiler warns.
        Outcome::Checkpoint { text: told } => {
            let is_told = told.to_lowercase().contains("warning");
            if !is_told && !text.is_empty() {
                return Err(format!(
                    "the compiler warns here, and the checkpoint does not say so:\n{text}"
                ));
            } else if is_told && text.is_empty() {
                return Err("it speaks of a warning, but there is none".to_string());
            }
        }
        _ => {}
    }
    Ok(None)
}

/// What the compiler says, from its first word to the last before it gives up: cargo has other last
/// lines.
fn refused(said: &Said, codes: &str) -> Result<String, String> {
    let text = &said.text;
    if said.compiles {
        return Err(format!("it compiles, and the page wants {codes}"));
    }
    let found = text.lines().filter_map(message::headline);
    let code = |(code, _)| match code {
        "" => "uncoded",
        code => code,
    };
    let came: BTreeSet<&str> = found.map(code).collect();
    let came = Vec::from_iter(came).join("+");
    if came != codes {
        return Err(format!(
            "the page wants {codes}, and what came is {came}:\n{text}"
        ));
    }
    let end = text.find("\nerror: aborting due to ").unwrap_or(text.len());
    Ok(format!("{}\n", text[..end].trim_end()))
}
