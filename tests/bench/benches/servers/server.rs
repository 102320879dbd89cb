//! A server process.
//!
//! Its log goes into a file, as it does for most servers that are at work. Then a line costs what
//! it costs the server, and no reader takes processor time away from server and clients.

use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use kit::{Meter, PATIENCE};

use crate::programs::Program;

/// A running server. It is ended when this value is dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    log: PathBuf,
}

impl Server {
    /// Starts a program on a free port, with its log in `folder`.
    pub fn start(program: &Program, folder: &Path) -> Server {
        Server::start_with(program, folder, &[])
    }

    /// Starts a program with these environment variables.
    pub fn start_with(program: &Program, folder: &Path, variables: &[(&str, String)]) -> Server {
        let log = folder.join(program.name.replace(' ', "-") + ".log");
        let file = File::create(&log).expect("the folder can be written");
        let child = Command::new(&program.command[0])
            .args(&program.command[1..])
            .arg("127.0.0.1:0")
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(file)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", program.name));
        let mut server = Server {
            child,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            log,
        };
        server.wait_for_log("Listening on http://", 1);
        server.address = server.announced().expect("it listens at an address");
        server
    }

    fn announced(&self) -> Option<SocketAddr> {
        let text = self.log();
        let address = text.lines().next()?.strip_prefix("Listening on http://")?;
        address.parse().ok()
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How often `text` is in the log.
    pub fn count_in_log(&self, text: &str) -> usize {
        self.log().matches(text).count()
    }

    /// Waits until the log has `text` so many times, each in a whole line.
    pub fn wait_for_log(&self, text: &str, count: usize) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let log = self.log();
            let (whole_lines, _) = log.rsplit_once('\n').unwrap_or_default();
            if whole_lines.matches(text).count() >= count {
                return;
            }
            let path = self.log.display();
            assert!(
                Instant::now() < deadline,
                "{text:?} is not {count} times in {path} after {PATIENCE:?}"
            );
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// What it uses of the machine; `None` where there is no /proc to read that from.
    pub fn meter(&self) -> Option<Meter> {
        cfg!(target_os = "linux").then(|| Meter::of(self.child.id()))
    }

    /// The processor time of all its threads. The meter has it too, but in steps of 10 ms; here the
    /// kernel counts nanoseconds. `None` where it does not.
    pub fn processor_time(&self) -> Option<Duration> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.child.id())).ok()?;
        let times = threads.map(|thread| {
            let text = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<u64>().ok()
        });
        let nanoseconds: Option<u64> = times.sum();
        nanoseconds.map(Duration::from_nanos)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
