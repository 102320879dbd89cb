//! The reader's own programs, as they are at moments of a chapter.

use std::collections::BTreeMap;

use super::script::Script;
use crate::follow::{Project, walk};
use crate::moment::Outcome;
use crate::pages::STEPS;

/// What ends the names of the sessions that are played once more, after the mend.
const MENDED: &str = "-mended";

/// Gives each script of a reader's own program the project that it is about: a piece marked
/// `harm=NAME` and one marked `mended=NAME`, whose script is the same unless it has one of its own.
pub fn with_projects(scripts: Vec<Script>) -> Result<Vec<Script>, String> {
    let projects = projects()?;
    let (own, mut all): (Vec<Script>, Vec<Script>) = scripts.into_iter().partition(Script::is_own);
    if let Some(script) = own.iter().find(|one| !projects.contains_key(&one.name)) {
        let (path, name) = (&script.name, script.name.rsplit('/').next());
        let name = name.unwrap_or_default();
        return Err(format!(
            "{path}.session: no piece on a page has `harm={name}`"
        ));
    }
    for (name, project) in projects {
        let named = |name: &str| own.iter().find(|script| script.name == name);
        let script = named(&name).or_else(|| named(name.strip_suffix(MENDED)?));
        let missing = || format!("a piece has a harm, but there is no {name}.session");
        all.push(Script {
            own: Some(project),
            name: name.clone(),
            ..script.ok_or_else(missing)?.clone()
        });
    }
    Ok(all)
}

/// The projects of all harms and mends, by the names of their sessions.
fn projects() -> Result<BTreeMap<String, Project>, String> {
    let mut projects = BTreeMap::new();
    for step in STEPS {
        for moment in walk(step)?.moments {
            let name = match &moment.outcome {
                Outcome::Harm(name) => format!("{step}/{name}"),
                Outcome::Mended(name) => format!("{step}/{name}{MENDED}"),
                _ => continue,
            };
            projects.insert(name, moment.project);
        }
    }
    Ok(projects)
}
