//! Other programs: running them to their end.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use kit::fail;

use crate::waiting::wait_for;

/// How long a program may take. Far more than it needs: who waits in vain is told so.
const LIMIT: Duration = Duration::from_secs(60);

/// How a program ended, and what it said.
pub struct Ran {
    /// `None` if a signal ended it.
    pub code: Option<i32>,
    pub output: String,
    pub errors: String,
}

/// Starts a program. Whoever starts it ends it.
pub fn start(words: &[&str]) -> Child {
    let child = Command::new(words[0])
        .args(&words[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    child.unwrap_or_else(|error| panic!("cannot start {}: {error}", words[0]))
}

/// Runs a program with nothing on its standard input.
pub fn run(words: &[&str]) -> Ran {
    run_with_input(words, Vec::new())
}

/// Runs a program to its end, which must come within a minute.
pub fn run_with_input(words: &[&str], input: Vec<u8>) -> Ran {
    run_within(words, input, LIMIT)
}

/// Runs a program to its end.
pub fn run_within(words: &[&str], input: Vec<u8>, limit: Duration) -> Ran {
    let mut child = start(words);
    let stdin = child.stdin.take();
    // A program need not read what it is given, so a failed write is no failure.
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let output = collect(child.stdout.take());
    let errors = collect(child.stderr.take());
    let code = wait(&mut child, words, limit);
    Ran {
        code,
        output: output.join().unwrap_or_default(),
        errors: errors.join().unwrap_or_default(),
    }
}

/// Reads while the program runs: one whose pipe is full would wait for ever.
fn collect(source: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut source) = source {
            let _ = source.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child, words: &[&str], limit: Duration) -> Option<i32> {
    let Some(status) = wait_for(limit, || child.try_wait().ok().flatten()) else {
        end(child);
        let expected = format!("it ends within {limit:?}");
        fail(
            &words.join(" "),
            &expected,
            "it still ran",
            "who does not answer it?",
        );
    };
    status.code()
}

/// Ends a program that we started, by its id, whatever it does.
pub fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
