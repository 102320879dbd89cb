//! What a class hands in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Whatever a system allows.
pub const NAME: &str = if cfg!(windows) {
    "ben's, same & all"
} else {
    "ben's, <same> & \"all\""
};

/// What those do first who mean harm; the rest of their file is a right answer.
const HARM: [(&str, &str, &str); 8] = [
    ("loops", "0 of 6", "loop { std::hint::spin_loop(); }"),
    ("panics", "0 of 6", "panic!(\"no\");"),
    (
        "pretends",
        "0 of 6",
        "println!(\"test result: ok. 6 passed\"); std::process::exit(0);",
    ),
    ("prints", "0 of 6", "loop { println!(\"ok\"); }"),
    (
        "overflows",
        "0 of 6",
        "fn f(x: u64) -> u64 { 1 + f(std::hint::black_box(x)) } println!(\"{}\", f(0));",
    ),
    (
        "forges",
        "0 of 6",
        "let path = std::env::var(\"TRIAL_VERDICT\").unwrap(); \
         std::fs::write(path, \"passed\\npassed\").unwrap(); std::process::exit(0);",
    ),
    (
        "ends its parent",
        "0 of 6",
        "std::process::Command::new(\"sh\")\
            .args([\"-c\", \"kill -9 $(ps -o ppid= -p $PPID)\"]).status()?; std::process::exit(0);",
    ),
    ("leaves", "6 of 6", "CHILD"),
];

/// Starts what stays, and says which it was. Once in each check: a pool is made in each order of its threads.
const CHILD: &str = "use std::os::unix::process::CommandExt; \
     let first = std::fs::File::create_new(\"started\").is_ok(); \
     for group in [None, Some(0)].into_iter().filter(|_| first) { \
         let mut command = std::process::Command::new(\"sleep\"); \
         if let Some(group) = group { command.process_group(group); } \
         let child = command.arg(\"600\").spawn()?; \
         std::fs::write(format!(\"FOLDER/{}\", child.id()), \"\")?; \
     }";

/// Each name, with what the table must say.
pub fn hand_in(class: &Path, children: &Path) -> BTreeMap<String, String> {
    let variants = proof::variants("ex05b").unwrap();
    let text = |name: &str| {
        let variant = variants.iter().find(|variant| variant.name == name);
        variant.unwrap().text.clone()
    };
    let answer = text("answer");
    let mut all = vec![
        ("=anna", "6 of 6", answer.clone()),
        (NAME, "6 of 6 = =anna", answer.clone()),
        ("holds", "5 of 6", text("lock_held_at_work")),
        ("no end", "5 of 6", text("queue_without_end")),
        ("waits", "5 of 6", text("sends_and_waits")),
        ("typo", "does not compile", format!("{answer}}}")),
        ("empty", "does not compile", String::new()),
        ("main", "does not compile", "fn main() {}".to_string()),
    ];
    let child = CHILD.replace("FOLDER", &children.display().to_string());
    let child = if cfg!(unix) { child } else { String::new() };
    for (name, cell, harm) in HARM {
        let begin = "        let (sender, receiver)";
        let text = answer.replacen(
            begin,
            &format!("{}\n{begin}", harm.replace("CHILD", &child)),
            1,
        );
        all.push((name, cell, text));
    }
    for (name, _, text) in &all {
        let folder = class.join(name).join("steps/05-threadpool/exercises");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("ex05b.rs"), text).unwrap();
    }
    fs::create_dir_all(class.join("nothing")).unwrap();
    all.push(("nothing", "-", String::new()));
    let all = all
        .into_iter()
        .map(|(name, cell, _)| (name.to_string(), cell.to_string()));
    all.collect()
}
