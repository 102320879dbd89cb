//! What the compiler says to the attempts that a reader types, recorded and compared.

use crate::follow::{Walk, walk};
use crate::moment::{Moment, Outcome, problem, refused};
use crate::pages::STEPS;
use crate::rustc::Rustc;
use crate::{files, made, side_by_side};

const FOLDER: &str = "book/refused";
const RECORDED_WITH: &str = "book/refused/recorded-with.txt";

/// Records anew what the compiler says in one chapter.
pub fn record(step: &str) -> Result<(), String> {
    let rustc = Rustc::new()?;
    let walk = walk(step)?;
    let said = side_by_side::map(&walk.moments, |moment| match &moment.outcome {
        Outcome::Refused { codes, recording } => {
            let said = refused(moment, &rustc, codes);
            let said = said.map_err(|problem| format!("{}: {problem}", moment.at));
            Some(said.and_then(|said| files::write(recording, &said)))
        }
        _ => None,
    });
    files::write(RECORDED_WITH, &format!("{}\n", rustc.version))?;
    let problems: Vec<String> = said.into_iter().flatten().filter_map(Result::err).collect();
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems.join("\n")),
    }
}

/// What in a chapter is not as its pages say: checkpoints that do not compile, attempts that do.
pub fn check(walk: &Walk) -> Result<Vec<String>, String> {
    let rustc = Rustc::new()?;
    let recorded_with = files::read(RECORDED_WITH).unwrap_or_default();
    let has_same_words = cfg!(unix) && recorded_with.trim_end() == rustc.version;
    let problem = |moment: &Moment| problem(moment, &rustc, has_same_words);
    let problems = side_by_side::map(&walk.moments, problem);
    Ok(problems.into_iter().flatten().collect())
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
