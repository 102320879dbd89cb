//! What a check printed. It is shown, and decides no verdict.

use std::collections::VecDeque;
use std::env;
use std::io::{BufRead, BufReader, Read};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How many of the last lines that a check printed are shown.
const LINES: usize = 20;

/// The longest line that is kept, in bytes.
const LONGEST: u64 = 500;

/// How long its output is waited for when a process has ended.
const PATIENCE: Duration = Duration::from_secs(2);

/// A line of its own, with which a check begins anew: what was printed before belongs to an order of the
/// threads that is not told. Whoever prints it hides only what it printed itself.
const ANEW: &str = "\u{1e}";

/// In the process of a check: forgets what was printed so far.
pub fn begin_anew() {
    println!("\n{ANEW}");
}

/// Whether all that is printed is to be shown, as the test harness is told.
pub fn is_wanted() -> bool {
    let is_flag = |argument: String| argument == "--nocapture" || argument == "--no-capture";
    let is_set = env::var_os("RUST_TEST_NOCAPTURE").is_some_and(|value| value != "0");
    is_set || env::args().any(is_flag)
}

/// Reads to the end, so that no amount of output blocks the child or fills our memory. With the name
/// of its check, each line is shown as it comes.
pub fn last_lines(
    stream: impl Read + Send + 'static,
    name: Option<String>,
) -> JoinHandle<Vec<String>> {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut lines = VecDeque::new();
        let mut line = Vec::new();
        while let Ok(1..) = reader.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            keep(&mut lines, &String::from_utf8_lossy(&line), name.as_deref());
            line.clear();
        }
        lines.into()
    })
}

fn keep(lines: &mut VecDeque<String>, line: &str, name: Option<&str>) {
    let line = line.trim_end_matches(['\n', '\r', ' ']);
    if line == ANEW {
        lines.clear();
    } else if !line.is_empty() && line != "running 1 test" {
        let line = harmless(line);
        if let Some(name) = name {
            println!("{name} | {line}");
        }
        lines.push_back(line);
    }
    if lines.len() > LINES {
        lines.pop_front();
    }
}

/// What moves a terminal's cursor could write over what stands before it.
fn harmless(line: &str) -> String {
    let seen = |character: char| match character.is_control() && character != '\t' {
        true => char::REPLACEMENT_CHARACTER,
        false => character,
    };
    line.chars().map(seen).collect()
}

/// What the reader has read, as lines below a message. None of them begins as a verdict does.
pub fn shown(said: JoinHandle<Vec<String>>) -> String {
    // If a grandchild holds the pipe, nobody waits long for what it says.
    let deadline = Instant::now() + PATIENCE;
    while !said.is_finished() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(2));
    }
    let lines = match said.is_finished() {
        true => said.join().unwrap_or_default(),
        false => Vec::new(),
    };
    let lines: String = lines.iter().map(|line| format!("\n  | {line}")).collect();
    match lines.is_empty() {
        true => lines,
        false => format!("\n  The last that it printed:{lines}"),
    }
}
