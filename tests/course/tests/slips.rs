//! What is said of the slips that readers make.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use typing::follow::Project;
use typing::report::report;
use typing::route::{Route, sources};

struct Reader {
    route: Route,
}

impl Reader {
    fn new() -> Reader {
        Reader {
            route: Route::read().unwrap(),
        }
    }

    /// What a reader has at a checkpoint, and `more` moments later.
    fn project(&self, chapter: usize, checkpoint: usize, more: usize) -> Project {
        let is_there = |stop: &&typing::route::Stop| {
            stop.chapter == chapter - 1 && stop.checkpoint == checkpoint
        };
        let at = self
            .route
            .stops
            .iter()
            .position(|stop| is_there(&stop))
            .unwrap();
        let files = &self.route.stops[at + more].files;
        files
            .iter()
            .map(|(name, file)| (name.clone(), file.lines.clone()))
            .collect()
    }

    fn said(&self, project: &Project) -> String {
        let mine = sources(project, None, "server");
        report(&self.route, &mine, "server")
            .unwrap()
            .text(&self.route)
    }
}

fn edit(project: &mut Project, file: &str, old: &str, new: &str) {
    let lines = project.get_mut(file).unwrap();
    let text = lines.join("\n");
    assert!(text.contains(old), "{file}: {old}\n{text}");
    *lines = text
        .replacen(old, new, 1)
        .lines()
        .map(str::to_string)
        .collect();
}

#[test]
fn explore() {
    let reader = Reader::new();
    let show = |name: &str, project: &Project| println!("=== {name}\n{}", reader.said(project));
    for (chapter, checkpoint) in [(1, 9), (2, 5), (3, 12), (5, 8), (6, 14)] {
        let project = reader.project(chapter, checkpoint, 0);
        println!(
            "--- {chapter}.{checkpoint}\n{}",
            project["src/main.rs"].join("\n")
        );
    }
    let mut p = reader.project(6, 14, 0);
    edit(&mut p, "src/main.rs", "let mut backlog", "let backlog");
    show("mut", &p);
    let mut p = reader.project(6, 14, 0);
    edit(
        &mut p,
        "src/main.rs",
        "    drop(listener); // newcomers are refused\n    drop(door); // the last copies are those of the clients that are still here\n",
        "    drop(door);\n    drop(listener);\n",
    );
    show("swapped", &p);
    let mut p = reader.project(6, 14, 0);
    edit(&mut p, "src/main.rs", "use std::sync::Arc;\n", "");
    show("use missing", &p);
    let mut p = reader.project(5, 8, 0);
    edit(
        &mut p,
        "src/thread_pool.rs",
        "SyncSender};",
        "SyncSender, Sender};",
    );
    show("old use", &p);
    let mut p = reader.project(5, 8, 0);
    edit(&mut p, "src/thread_pool.rs", "SyncSender};", "Sender};");
    show("old use instead", &p);
}
