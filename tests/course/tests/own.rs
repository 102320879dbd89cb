//! The reader's own project: made, found, and watched.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::fs;
use std::path::PathBuf;

use scratch::Scratch;
use scratch::lines::{end, lines, wait_for};

/// A folder beside the course's, that is not there yet.
fn folder(scratch: &Scratch) -> PathBuf {
    scratch.root.with_extension("server")
}

fn start(scratch: &Scratch, place: &str) -> PathBuf {
    let folder = folder(scratch);
    let _ = fs::remove_dir_all(&folder);
    let said = scratch.run(&["start", place, folder.to_str().unwrap()]);
    assert!(said.is_success, "{}", said.errors);
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
    let said = scratch.run(&["where"]);
    said.shows(&[
        "chapter 04, checkpoint 7 of 7\n\nNext: \"The call comes first\"",
        "book/src/05-threadpool/the-call.md:",
        "`src/lib.rs`, new file:",
        "So far, all is as on the pages.",
    ]);
    scratch.run(&[]).shows(&[
        "05  A pool of threads",
        "checkpoint 0 of 17",
        "chapter 04, checkpoint 7 of 7.",
    ]);
}

#[test]
fn nothing_is_written_over_and_wrong_words_get_one_line() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "01");
    let again = scratch.run(&["start", "05.3", folder.to_str().unwrap()]);
    again.fails_with("is there already");
    scratch
        .run(&["start", "5", &scratch.root.join("x").to_string_lossy()])
        .fails_with("in the course's own folder");
    scratch
        .run(&["start", "07", "../server"])
        .fails_with("Try: 05, or 05.3");
    scratch
        .run(&["start", "01.99", "../server"])
        .fails_with("Chapter 01 has 9 checkpoints");
    scratch
        .run(&["where", "--wach"])
        .fails_with("There is: --watch");
    scratch
        .run(&["where", &scratch.root.join("book").to_string_lossy()])
        .fails_with("no Cargo.toml");
}

/// An editor of Windows, and a package that is called otherwise.
#[test]
fn other_line_ends_and_another_name_make_no_difference_and_nothing_is_written() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "05.3");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    fs::write(
        folder.join("Cargo.toml"),
        manifest.replace("server", "my-server"),
    )
    .unwrap();
    let main = folder.join("src/main.rs");
    let text = fs::read_to_string(&main).unwrap().replace('\n', "\r\n");
    fs::write(&main, format!("\u{feff}{text}")).unwrap();
    let said = scratch.run(&["where", folder.to_str().unwrap()]);
    said.shows(&[
        "the page  use my_server::ThreadPool;",
        "you       use server::ThreadPool;",
    ]);
    let text = format!("\u{feff}{}", text.replace("server::", "my_server::"));
    fs::write(&main, &text).unwrap();
    scratch
        .run(&["where"])
        .shows(&["chapter 05, checkpoint 3 of", "all is as on the pages"]);
    assert_eq!(fs::read_to_string(&main).unwrap(), text);
}

#[test]
fn watching_says_it_again_after_a_change_and_can_be_ended() {
    let scratch = Scratch::new();
    let folder = start(&scratch, "01.9");
    let main = folder.join("src/main.rs");
    let words = ["where", folder.to_str().unwrap(), "--watch"];
    let mut watch = scratch.command(&words).spawn().unwrap();
    let lines = lines(&mut watch);
    wait_for(&lines, &mut watch, "all is as on the pages");
    wait_for(&lines, &mut watch, "Waiting for a change");
    let text = fs::read_to_string(&main).unwrap();
    fs::write(&main, text.replace("(mut stream", "(stream")).unwrap();
    wait_for(&lines, &mut watch, "the page  fn greet(mut stream");
    wait_for(&lines, &mut watch, "Waiting for a change");
    fs::write(&main, text).unwrap();
    wait_for(&lines, &mut watch, "all is as on the pages");
    end(&mut watch);
    assert!(!watch.wait().unwrap().success());
}
