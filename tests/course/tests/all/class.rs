//! What a class hands in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Each name, with what the table must say.
pub type Expected = BTreeMap<String, String>;

/// Whatever a system allows.
pub const NAME: &str = if cfg!(windows) {
    "ben's, same & all"
} else {
    "ben's, <same> & \"all\""
};

/// What those do first who mean harm; the rest of their file is right.
const HARM: &str = r#"
loops: loop { std::hint::spin_loop(); }
panics: panic!("no");
pretends: println!("test result: ok. 2 passed"); std::process::exit(0);
prints: loop { println!("ok"); }
overflows: fn f(x: u64) -> u64 { 1 + f(std::hint::black_box(x)) } println!("{}", f(0));
forges: let path = std::env::var("TRIAL_VERDICT").unwrap();
    std::fs::write(path, "passed\npassed").unwrap(); std::process::exit(0);
ends its parent: let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "kill -9 $(ps -o ppid= -p $PPID)"]).status().unwrap();
    std::process::exit(0);
"#;

/// Starts what stays, and says which it was. Once in each check: a pool is made in each order of its threads.
const CHILD: &str = "use std::os::unix::process::CommandExt; \
     let first = std::fs::File::create_new(\"started\").is_ok(); \
     for group in [None, Some(0)].into_iter().filter(|_| first) { \
         let mut command = std::process::Command::new(\"sleep\"); \
         if let Some(group) = group { command.process_group(group); } \
         let child = command.arg(\"600\").spawn()?; \
         std::fs::write(format!(\"FOLDER/{}\", child.id()), \"\")?; \
     }";

/// Whoever does no harm, with the answers to the real exercise.
pub fn hand_in(class: &Path, children: &Path) -> Expected {
    let variants = proof::variants("ex05b").unwrap();
    let text = |name: &str| {
        let variant = variants.iter().find(|variant| variant.name == name);
        variant.unwrap().text.clone()
    };
    let answer = text("answer");
    let child = CHILD.replace("FOLDER", &children.display().to_string());
    let child = if cfg!(unix) { child } else { String::new() };
    let begin = "        let (sender, receiver)";
    let leaves = answer.replacen(begin, &format!("{child}\n{begin}"), 1);
    fs::create_dir_all(class.join("nothing")).unwrap();
    let mut expected = write(
        class,
        vec![
            ("=anna", "6 of 6", answer.clone()),
            (NAME, "6 of 6 = =anna", answer.clone()),
            ("holds", "5 of 6", text("lock_held_at_work")),
            ("leaves", "6 of 6", leaves),
            ("typo", "does not compile", format!("{answer}}}")),
        ],
    );
    expected.insert("nothing".to_string(), "-".to_string());
    expected
}

/// For the small exercise.
pub fn do_harm(class: &Path) -> Expected {
    let mut all = vec![
        ("empty", "does not compile", String::new()),
        ("main", "does not compile", "fn main() {}".to_string()),
    ];
    let harms = HARM.trim().replace("\n ", "");
    for (name, harm) in harms.lines().filter_map(|line| line.split_once(": ")) {
        let text = format!("pub fn double(number: u32) -> u32 {{\n{harm}\nnumber * 2\n}}\n");
        all.push((name, "0 of 2", text));
    }
    write(class, all)
}

fn write(class: &Path, all: Vec<(&str, &str, String)>) -> Expected {
    let written = all.into_iter().map(|(name, cell, text)| {
        let folder = class.join(name).join("steps/05-threadpool/exercises");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("ex05b.rs"), text).unwrap();
        (name.to_string(), cell.to_string())
    });
    written.collect()
}
