//! The programs that the checks need, and where they are.

use std::env;
use std::path::PathBuf;

use crate::server::target_folder;

/// Programs, and the Debian package that has it.
const NEEDED: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("curl", "curl"),
    ("ab", "apache2-utils"),
    ("nc", "netcat-openbsd"),
];

/// The version of mdBook that the book is written for, and that of axe-core.
const MDBOOK: &str = "0.5.4";
const AXE: &str = "4.14.1";

/// A line for each way to install something that is missing. A check without its tool would check
/// nothing, so nobody goes on without.
pub fn missing() -> Option<String> {
    let needed = NEEDED.iter().filter(|(tool, _)| in_path(tool).is_none());
    let (mut tools, packages): (Vec<_>, Vec<_>) = needed.copied().unzip();
    let mut ways = Vec::new();
    if !tools.is_empty() {
        let packages = packages.join(" ");
        ways.push(format!(
            "apt-get install -y --no-install-recommends {packages}"
        ));
    }
    let folder = folder().display().to_string();
    if mdbook().is_none() {
        tools.push("mdbook");
        ways.push(format!("cargo install mdbook --version {MDBOOK} --locked"));
    }
    if axe().is_none() {
        tools.push("axe-core");
        ways.push(format!(
            "npm install --no-save --prefix {folder} axe-core@{AXE}"
        ));
    }
    let ways = ways.join(" && ");
    (!tools.is_empty()).then(|| format!("missing: {}; install with: {ways}", tools.join(", ")))
}

fn in_path(tool: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let mut paths = env::split_paths(&folders).map(|folder| folder.join(tool));
    paths.find(|path| path.is_file())
}

/// Where `.ci/run` puts what only the checks of the book need.
fn folder() -> PathBuf {
    target_folder().join("tools")
}

/// mdBook, from PATH or from the folder of tools.
pub fn mdbook() -> Option<PathBuf> {
    let ours = folder().join("bin/mdbook");
    in_path("mdbook").or_else(|| ours.is_file().then_some(ours))
}

/// The script of axe-core, as npm puts it there.
pub fn axe() -> Option<PathBuf> {
    let script = folder().join("node_modules/axe-core/axe.min.js");
    script.is_file().then_some(script)
}
