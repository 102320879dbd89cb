//! A program that runs, and the moment at which each of its lines came.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

type Lines = Arc<Mutex<Vec<(Instant, String)>>>;

/// Ends when it is dropped, if not before.
pub struct Process {
    child: Child,
    lines: Lines,
}

impl Process {
    /// Starts a program with these variables and arguments.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn start(
        program: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Result<Process, String> {
        let mut child = Command::new(program)
            .args(arguments)
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let stdout = child.stdout.take().ok_or("standard output is not piped")?;
        let lines = Lines::default();
        let collected = Arc::clone(&lines);
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let entry = (Instant::now(), line);
                collected
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(entry);
            }
        });
        Ok(Process { child, lines })
    }

    /// Starts a server on a free port; returns its address, too.
    ///
    /// # Errors
    /// If it does not say within a while where it listens.
    pub fn serve(
        program: &Path,
        variables: &[(&str, &str)],
    ) -> Result<(Process, SocketAddr), String> {
        let server = Process::start(program, &["127.0.0.1:0"], variables)?;
        let (_, line) = server.wait_for("Listening on http://", 1)?;
        let address = line.trim_start_matches("Listening on http://");
        let address = address
            .parse()
            .map_err(|error| format!("{address}: {error}"))?;
        Ok((server, address))
    }

    /// Waits until so many lines have this text in them; returns the last of these.
    ///
    /// # Errors
    /// If they do not come.
    pub fn wait_for(&self, text: &str, count: usize) -> Result<(Instant, String), String> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
            let mut found = lines.iter().filter(|(_, line)| line.contains(text));
            if let Some(last) = found.nth(count - 1) {
                return Ok(last.clone());
            }
            drop(lines);
            thread::sleep(Duration::from_millis(1));
        }
        Err(format!("the program never said {text:?}"))
    }

    /// When the first line with this text came.
    ///
    /// # Errors
    /// If it does not come.
    pub fn when(&self, text: &str) -> Result<Instant, String> {
        self.wait_for(text, 1).map(|(moment, _)| moment)
    }

    /// Does what Ctrl-C does.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn interrupt(&self) -> Result<(), String> {
        let process = self.id().to_string();
        let status = Command::new("kill").args(["-INT", &process]).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            other => Err(format!("cannot send SIGINT: {other:?}")),
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for its end.
    ///
    /// # Errors
    /// If that does not come.
    pub fn wait(&mut self) -> Result<ExitStatus, String> {
        let status = kit::wait(&mut self.child, PATIENCE);
        status.ok_or("the program does not end".to_string())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
