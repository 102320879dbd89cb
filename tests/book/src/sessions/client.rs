//! A client in its terminal.

use std::io::{self, Read};
use std::process::{self, Child, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// A client that was started. It is ended when this value is dropped.
pub struct Client {
    /// The command as it is typed.
    pub shown: String,
    /// How many lines of what it says are shown.
    pub lines: usize,
    child: Child,
    said: Arc<Mutex<Vec<u8>>>,
    listener: JoinHandle<()>,
}

impl Client {
    /// Starts it. Its standard input stays open until [`Client::enter`].
    pub fn start(
        mut command: process::Command,
        shown: &str,
        lines: usize,
    ) -> Result<Client, String> {
        let said = Arc::<Mutex<Vec<u8>>>::default();
        let mut start = || {
            let (reader, writer) = io::pipe()?;
            command
                .stdin(Stdio::piped())
                .stdout(writer.try_clone()?)
                .stderr(writer);
            Ok((command.spawn()?, reader))
        };
        let started: io::Result<_> = start();
        let (child, reader) =
            started.map_err(|error| format!("cannot start {command:?}: {error}"))?;
        // With the command its ends of the pipe are dropped, so that the reader sees the end.
        drop(command);
        let ears = Arc::clone(&said);
        Ok(Client {
            shown: shown.to_string(),
            lines,
            child,
            said,
            listener: thread::spawn(move || listen(reader, &ears)),
        })
    }

    /// Ends its standard input, as Enter would for whoever waits for a line.
    pub fn enter(&mut self) {
        drop(self.child.stdin.take());
    }

    /// What it has said so far, with the line ends of a terminal.
    pub fn text(&self) -> String {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&said).replace('\r', "")
    }

    /// Whether it has said its last word.
    pub fn has_ended(&self) -> bool {
        self.listener.is_finished()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(mut source: impl Read, ears: &Mutex<Vec<u8>>) {
    let mut chunk = [0; 4096];
    while let Ok(count @ 1..) = source.read(&mut chunk) {
        let mut said = ears.lock().unwrap_or_else(PoisonError::into_inner);
        said.extend(&chunk[..count]);
    }
}
