//! Reads the reader's own project.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use typing::follow::Project;

use crate::folders::names;

/// The files that the pages are about.
const ENDINGS: [&str; 2] = [".rs", ".html"];

/// The project's files below `src` and `pages`, and what its package is called.
///
/// # Errors
/// There is no project.
pub fn read(folder: &Path) -> Result<(Project, String), String> {
    let manifest = match fs::read_to_string(folder.join("Cargo.toml")) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let shown = folder.display();
            return Err(format!(
                "{shown} has no Cargo.toml. Try: cargo course where ../server"
            ));
        }
        manifest => manifest.map_err(|error| format!("{}: {error}", folder.display()))?,
    };
    let mut lines = manifest
        .lines()
        .skip_while(|line| line.trim() != "[package]");
    let name = lines.find_map(|line| line.trim().strip_prefix("name")?.trim().strip_prefix('='));
    let package = name
        .unwrap_or("server")
        .trim()
        .trim_matches('"')
        .replace('-', "_");
    let mut project = Project::new();
    for name in ["src", "pages"] {
        collect(folder, name, &mut project)?;
    }
    Ok((project, package))
}

fn collect(root: &Path, folder: &str, project: &mut Project) -> Result<(), String> {
    for name in names(&root.join(folder))? {
        let name = format!("{folder}/{name}");
        let path = root.join(&name);
        if path.is_dir() {
            collect(root, &name, project)?;
        } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
            let lines = text.trim_start_matches('\u{feff}').lines();
            project.insert(name, lines.map(str::to_string).collect());
        }
    }
    Ok(())
}
