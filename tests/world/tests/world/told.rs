//! The story that the book reads line by line.

use std::path::Path;
use std::{env, fs};

use proof::{read, root};

use crate::faults::Fault;
use crate::runs::{SEEDS, run};
use crate::servers::Copies;

/// Its fault, and the first words about it.
const FAULT: &str = "last_call_cuts_a_drain";

/// `RECORD=1` writes the shortest one anew.
#[test]
fn the_book_tells_what_happens() -> Result<(), String> {
    let recorded = root().join("book/recorded/world.txt");
    let copies = Copies::new("told")?;
    let server = copies.server(&Fault::named(FAULT)?)?;
    if env::var_os("RECORD").is_some() {
        let runs = (1..=SEEDS).filter_map(|seed| excerpt(&server, seed));
        let shortest = runs.min_by_key(String::len).expect("some seed finds it");
        fs::write(&recorded, shortest).expect("the story can be written");
    }
    let told = read(&recorded)?.replace("\r\n", "\n");
    let seed = told.split([' ', ',']).nth(1);
    let seed = seed.and_then(|seed| seed.parse().ok());
    let seed = seed.expect("the record begins with its seed");
    assert_eq!(
        excerpt(&server, seed),
        Some(told),
        "RECORD=1 cargo test -p world told records it anew"
    );
    let page = read(&root().join("book/src/every-order.md"))?;
    let command = format!("--seed {seed} --wrong {FAULT}");
    assert!(page.contains(&command), "every-order.md says {command}");
    Ok(())
}

/// If the promise is broken: how, and what concerns the client that was wronged.
fn excerpt(server: &Path, seed: u64) -> Option<String> {
    let text = run(server, seed, true).text;
    let sentence = text.lines().next()?.strip_prefix("broken: ")?;
    let (peer, _) = sentence.split_once(", an upload")?;
    let mut excerpt = format!("seed {seed}, broken: {sentence}\n");
    for line in text.lines().skip(1) {
        let is_told = line.contains(peer)
            || line.contains("sends signal")
            || line.contains("closes the listener");
        if is_told && !line.contains("nothing yet") {
            excerpt = excerpt + line + "\n";
        }
    }
    Some(excerpt)
}
