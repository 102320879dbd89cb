//! The book, built by mdBook and served on this machine.

mod pages;
mod reader;
mod site;
mod walk;

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use kit::fail;

use crate::needed;
use crate::server::target_folder;
use crate::tools;

pub use pages::chapter_pages;
use pages::pages;
pub use reader::Reader;
use site::Site;
pub use walk::on_each_page;

/// Where its text is.
const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../book");

/// How long a build may take.
const BUILD_LIMIT: Duration = Duration::from_secs(120);

/// The book on a port of its own, built when the first check asks for it.
pub fn site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        build();
        Site::start(folder())
    })
}

/// Where the pages are that a browser reads.
fn folder() -> PathBuf {
    target_folder().join("book")
}

/// mdBook ends with 0 after warnings and even after errors, so what it says counts.
fn build() {
    let mdbook = needed::mdbook().expect("it was looked for at the start");
    let (mdbook, folder) = (mdbook.display().to_string(), folder().display().to_string());
    let words = [&mdbook, "build", SOURCE, "--dest-dir", &folder];
    let built = tools::run_within(&words, Vec::new(), BUILD_LIMIT);
    let said = built.output + &built.errors;
    let is_problem = |line: &&str| line.contains("WARN") || line.contains("ERROR");
    let problems: Vec<&str> = said.lines().filter(is_problem).collect();
    if built.code != Some(0) || !problems.is_empty() {
        let came = if problems.is_empty() {
            &said
        } else {
            &problems.join("\n")
        };
        fail(
            "mdbook build book",
            "exit code 0 and no warning",
            came,
            "the page that it names",
        );
    }
}
