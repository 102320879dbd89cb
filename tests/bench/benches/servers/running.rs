//! A server that runs.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE};

use crate::programs::{Place, Program};

/// It is ended when this value is dropped.
pub struct Running {
    child: Child,
    address: SocketAddr,
}

impl Running {
    /// Starts it on a free port, with its log in a folder of its own, as it is for most servers that
    /// are at work; and waits until somebody listens there.
    pub fn start(program: &Program, folder: &Path) -> Running {
        let own = folder.join(program.name.replace([' ', '(', ')'], "-"));
        fs::create_dir_all(&own).expect("the folder can be written");
        let log = File::create(own.join("said.log")).expect("the folder can be written");
        let port = free_port();
        let pages = folder.join("pages");
        let (place, errors) = (
            Place {
                port,
                folder: own,
                pages,
            },
            log.try_clone(),
        );
        let command = (program.command)(&place);
        let child = Command::new(&command[0])
            .args(&command[1..])
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors.expect("the file is open"))
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut running = Running { child, address };
        running.wait_until_it_listens(&place);
        running
    }

    fn wait_until_it_listens(&mut self, place: &Place) {
        let deadline = Instant::now() + PATIENCE;
        while Client::try_connect(self.address).is_err() {
            let has_ended = kit::wait(&mut self.child, Duration::from_millis(5)).is_some();
            let why = place.folder.display();
            assert!(
                !has_ended && Instant::now() < deadline,
                "no server listens; see {why}"
            );
        }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it sends for `/`.
    pub fn reply(&self) -> Vec<u8> {
        let mut client = Client::connect(self.address);
        client.send(kit::request("GET", "/", &["Connection: close"]));
        client.read_to_end().0
    }

    /// In KiB; `None` where there is no /proc.
    pub fn memory(&self) -> Option<f64> {
        proportional_kib(self.child.id())
    }
}

impl Drop for Running {
    /// Asks it to end, as it has to end the processes that it has started; kills it if it does not.
    fn drop(&mut self) {
        let id = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        let _ = kit::wait(&mut self.child, PATIENCE);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Free now; most of these programs cannot choose one and say which.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("the socket is open").port()
}

/// The memory of a process and of those that it has started: what each has for itself, and its part
/// of what it shares with others. So nothing is counted twice.
fn proportional_kib(id: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let own: f64 = line.split_whitespace().next()?.parse().ok()?;
    let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).ok()?;
    let children = children.split_whitespace().filter_map(|id| id.parse().ok());
    Some(own + children.filter_map(proportional_kib).sum::<f64>())
}
