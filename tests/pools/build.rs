//! Writes the pools that the tests try: the reader's own, which the variable `POOL` names, and wrong
//! ones. Each of those is the step's file with one edit. An edit that does not fit the file any more
//! stops the build.

use std::path::Path;
use std::{env, fs};

/// The name of the wrong pool, and what stands there in place of what.
type Wrong = (&'static str, &'static [(&'static str, &'static str)]);

const HELD: Wrong = (
    "lock_held_over_the_job",
    &[(
        "let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();\n        match job {",
        "let jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);\n        match jobs.recv() {",
    )],
);

const UNCAUGHT: Wrong = (
    "no_catch_unwind",
    &[("panic::catch_unwind(AssertUnwindSafe(job))", "vec![job()]")],
);

const KEPT: Wrong = (
    "a_sender_kept",
    &[(
        "let receiver = Arc::new(Mutex::new(receiver));\n",
        "mem::forget(sender.clone());\n        let receiver = Arc::new(Mutex::new(receiver));\n",
    )],
);

const JOINED: Wrong = (
    "join_before_close",
    &[
        ("        drop(self.jobs.take());\n", ""),
        (
            "let _ = worker.join();\n        }\n",
            "let _ = worker.join();\n        }\n        drop(self.jobs.take());\n",
        ),
    ],
);

fn main() {
    own();
    write("05", "steps/05-threadpool", &[HELD, UNCAUGHT, KEPT]);
    write(
        "06",
        "steps/06-graceful-shutdown",
        &[HELD, UNCAUGHT, KEPT, JOINED],
    );
}

/// The file that `POOL` names, from the workspace's folder, or that of step 05.
fn own() {
    println!("cargo::rerun-if-env-changed=POOL");
    let path = env::var("POOL").unwrap_or("steps/05-threadpool/src/thread_pool.rs".to_string());
    keep("own", &pool(Path::new(&path)));
}

/// The text of a pool.
fn pool(path: &Path) -> String {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let source = Path::new(&root).join("../..").join(path);
    println!("cargo::rerun-if-changed={}", source.display());
    let text = fs::read_to_string(&source)
        .unwrap_or_else(|error| panic!("{}: {error}; POOL names a file", path.display()));
    // An included file may not begin with the comment of a module.
    text.replace("\r\n", "\n").replace("//!", "//")
}

/// Each in a folder of its own, so that a story names the file as the reader knows it.
fn keep(name: &str, text: &str) {
    let out = env::var("OUT_DIR").expect("cargo names a folder for what is made");
    let folder = Path::new(&out).join(name);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("thread_pool.rs"), text))
        .expect("the folder can be written to");
}

fn write(step: &str, folder: &str, all: &[Wrong]) {
    let source = Path::new(folder).join("src/thread_pool.rs");
    let text = pool(&source);
    for (name, edits) in all {
        let mut text = text.clone();
        for (old, new) in *edits {
            assert!(
                text.contains(old),
                "{name}: {} has no\n{old}",
                source.display()
            );
            text = text.replacen(old, new, 1);
        }
        keep(&format!("{name}_{step}"), &text);
    }
}
