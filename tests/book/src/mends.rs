//! What a mend changes in the program that did harm, to be unfolded below the piece that mends it.

use std::collections::BTreeSet;

use crate::diffs::block;
use crate::follow::{Project, Walk, walk};
use crate::made::Made;
use crate::moment::{Moment, Outcome};
use crate::pages::STEPS;

/// Each file of this kind, with its text.
pub fn all() -> Result<Made, String> {
    let mut all = Vec::new();
    for step in STEPS {
        let walk = walk(step)?;
        for (at, moment) in walk.moments.iter().enumerate() {
            let Outcome::Mended(name) = &moment.outcome else {
                continue;
            };
            if let Some(harm) = harm(&walk, at, name) {
                let path = format!("book/diffs/{step}/{name}.md");
                all.push((path, folded(harm, &moment.project)));
            }
        }
    }
    Ok(all)
}

/// The project that did this harm on the page that mends it. What comes pages later changes more.
fn harm<'a>(walk: &'a Walk, mend: usize, name: &str) -> Option<&'a Project> {
    let (before, rest) = walk.moments.split_at(mend);
    let page = |moment: &Moment| moment.at.split(':').next().map(str::to_string);
    let here = before
        .iter()
        .rev()
        .filter(|one| page(one) == page(&rest[0]));
    let does_harm = |one: &&Moment| matches!(&one.outcome, Outcome::Harm(it) if it == name);
    here.into_iter().find(does_harm).map(|harm| &harm.project)
}

fn folded(harm: &Project, mend: &Project) -> String {
    let files: BTreeSet<&String> = harm.keys().chain(mend.keys()).collect();
    let side = |project: &Project, file| project.get(file).cloned().unwrap_or_default();
    let blocks = files
        .into_iter()
        .map(|file| block(file, &side(harm, file), &side(mend, file)));
    let blocks: String = blocks.collect();
    format!(
        "<details class=\"mend\">\n<summary>What changed since the harm</summary>\n{blocks}\n</details>\n"
    )
}
