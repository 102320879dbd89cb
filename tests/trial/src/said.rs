//! The last that a process printed. It is shown, and decides no verdict.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How many of the last lines that a check printed are shown.
const LINES: usize = 20;

/// The longest line that is kept, in bytes.
const LONGEST: u64 = 500;

/// How long its output is waited for when a process has ended.
const PATIENCE: Duration = Duration::from_secs(1);

/// Reads to the end, so that no amount of output blocks the child or fills our memory.
pub fn last_lines(stream: impl Read + Send + 'static) -> JoinHandle<Vec<String>> {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut lines = VecDeque::new();
        let mut line = Vec::new();
        while let Ok(1..) = reader.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            let text = String::from_utf8_lossy(&line).trim_end().to_string();
            if !text.is_empty() && text != "running 1 test" {
                lines.push_back(text);
            }
            if lines.len() > LINES {
                lines.pop_front();
            }
            line.clear();
        }
        lines.into()
    })
}

/// What the readers have read, as lines below a message.
pub fn shown(said: Vec<JoinHandle<Vec<String>>>) -> String {
    // If a grandchild holds the pipe, nobody waits long for what it says.
    let deadline = Instant::now() + PATIENCE;
    while !said.iter().all(JoinHandle::is_finished) && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(2));
    }
    let ended = said.into_iter().filter(JoinHandle::is_finished);
    let lines = ended.flat_map(|thread| thread.join().unwrap_or_default());
    let lines: String = lines.map(|line| format!("\n  | {line}")).collect();
    if lines.is_empty() {
        return lines;
    }
    format!("\n  The last that it printed:{lines}")
}
