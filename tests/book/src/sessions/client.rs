//! A client in its terminal.

use std::io::{self, Read};
use std::process::{self, Child, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::wait::wait_for;

/// What a client has said so far, and whether it has ended.
#[derive(Default)]
struct Said {
    bytes: Vec<u8>,
    ended: bool,
}

/// A client that was started. It is ended when this value is dropped.
pub struct Client {
    child: Child,
    said: Arc<Mutex<Said>>,
}

impl Client {
    /// Starts it. Its standard input stays open until [`Client::enter`].
    ///
    /// # Errors
    /// A sentence that names the program.
    pub fn start(mut command: process::Command) -> Result<Client, String> {
        let named = |error: io::Error| format!("cannot start {command:?}: {error}");
        let pipe =
            || io::pipe().and_then(|(reader, writer)| Ok((reader, writer.try_clone()?, writer)));
        let (reader, output, errors) = pipe().map_err(named)?;
        command.stdin(Stdio::piped()).stdout(output).stderr(errors);
        let child = command
            .spawn()
            .map_err(|error| format!("cannot start {command:?}: {error}"))?;
        // With the command its ends of the pipe are dropped, so that the reader sees the end.
        drop(command);
        let said = Arc::<Mutex<Said>>::default();
        let ears = Arc::clone(&said);
        thread::spawn(move || listen(reader, &ears));
        Ok(Client { child, said })
    }

    /// Ends its standard input, as Enter would for whoever waits for a line.
    pub fn enter(&mut self) {
        drop(self.child.stdin.take());
    }

    /// What it has said so far, with the line ends of a terminal.
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&lock(&self.said).bytes).into_owned();
        text.replace('\r', "")
    }

    /// Waits for its end; whether it came in time.
    pub fn wait(&self, limit: Duration) -> bool {
        wait_for(limit, || lock(&self.said).ended)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(mut source: impl Read, ears: &Mutex<Said>) {
    let mut chunk = [0; 4096];
    while let Ok(count @ 1..) = source.read(&mut chunk) {
        lock(ears).bytes.extend(&chunk[..count]);
    }
    lock(ears).ended = true;
}

fn lock(said: &Mutex<Said>) -> std::sync::MutexGuard<'_, Said> {
    said.lock().unwrap_or_else(PoisonError::into_inner)
}
