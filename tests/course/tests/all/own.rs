//! The reader's own project: made, found, and watched.

use std::fs;
use std::path::PathBuf;

use crate::scratch::{Scratch, Watch};

/// A folder beside the course's, that is not there yet.
fn folder(scratch: &Scratch) -> PathBuf {
    scratch.root.with_extension("server")
}

fn start(scratch: &Scratch, place: &str) -> PathBuf {
    let folder = folder(scratch);
    let _ = fs::remove_dir_all(&folder);
    let said = scratch.run(&["start", place, folder.to_str().unwrap()]);
    said.ends(0, "cargo course where");
    folder
}

#[test]
fn a_project_begins_where_its_reader_wants_and_is_known_from_then_on() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "05");
    for name in [
        "Cargo.toml",
        ".gitignore",
        "src/main.rs",
        "pages/hello.html",
    ] {
        assert!(folder.join(name).is_file(), "{name}");
    }
    scratch.says(
        "where",
        "chapter 04, checkpoint 7 of 7\n\nNext: \"The call comes first\" .. \
        book/src/05-threadpool/the-call.md: .. `src/lib.rs`, new file: .. \
        So far, all is as on the pages.",
    );
    let said = scratch.says("", "");
    said.shows("05  A pool of threads .. checkpoint 0 of 17 .. chapter 04, checkpoint 7 of 7.");
}

#[test]
fn nothing_is_written_over_and_wrong_words_get_one_line() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "01");
    let folder = folder.to_str().unwrap();
    let (within, book) = (scratch.at("x"), scratch.at("book"));
    let cases: [(&[&str], &str); 6] = [
        (&["start", "05.3", folder], "is there already"),
        (&["start", "5", &within], "in the course's own folder"),
        (&["start", "07", "../server"], "Try: 05, or 05.3"),
        (
            &["start", "01.99", "../server"],
            "Chapter 01 has 9 checkpoints",
        ),
        (&["where", "--wach"], "There is: --watch"),
        (&["where", &book], "no Cargo.toml"),
    ];
    for (words, text) in cases {
        scratch.run(words).fails_with(text);
    }
}

/// An editor of Windows, and a package that is called otherwise.
#[test]
fn other_line_ends_and_another_name_make_no_difference_and_nothing_is_written() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "05.3");
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("server", "my-server")).unwrap();
    let main = folder.join("src/main.rs");
    let text = fs::read_to_string(&main).unwrap().replace('\n', "\r\n");
    fs::write(&main, format!("\u{feff}{text}")).unwrap();
    let said = scratch.run(&["where", folder.to_str().unwrap()]);
    said.shows("the page  use my_server::ThreadPool; .. you       use server::ThreadPool;");
    let text = format!("\u{feff}{}", text.replace("server::", "my_server::"));
    fs::write(&main, &text).unwrap();
    let said = scratch.says("where", "");
    said.shows("chapter 05, checkpoint 3 of .. all is as on the pages");
    assert_eq!(fs::read_to_string(&main).unwrap(), text);
}

#[test]
fn watching_says_it_again_after_a_change_and_can_be_ended() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "01.9");
    let main = folder.join("src/main.rs");
    let words = ["where", folder.to_str().unwrap(), "--watch"];
    let mut watch = Watch::start(&mut scratch.command(&words));
    watch.shows("all is as on the pages .. Waiting for a change");
    let text = fs::read_to_string(&main).unwrap();
    fs::write(&main, text.replace("(mut stream", "(stream")).unwrap();
    watch.shows("the page  fn greet(mut stream .. Waiting for a change");
    fs::write(&main, text).unwrap();
    watch.shows("all is as on the pages .. Waiting for a change");
    watch.ends_and_has_said_no_more();
}
