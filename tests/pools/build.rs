//! Writes the wrong pools that the tests try: each is the step's file with one edit. An edit that
//! does not fit the file any more stops the build.

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
    write("05", "steps/05-threadpool", &[HELD, UNCAUGHT, KEPT]);
    write(
        "06",
        "steps/06-graceful-shutdown",
        &[HELD, UNCAUGHT, KEPT, JOINED],
    );
}

fn write(step: &str, folder: &str, all: &[Wrong]) {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let out = env::var("OUT_DIR").expect("cargo names a folder for what is made");
    let source = Path::new(&root)
        .join("../..")
        .join(folder)
        .join("src/thread_pool.rs");
    println!("cargo::rerun-if-changed={}", source.display());
    let text = fs::read_to_string(&source).expect("the step has a pool");
    // An included file may not begin with the comment of a module.
    let text = text.replace("\r\n", "\n").replace("//!", "//");
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
        let file = Path::new(&out).join(format!("{name}_{step}.rs"));
        fs::write(file, text).expect("the folder can be written to");
    }
}
