//! A server that runs.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE};

/// Where a server is at work.
pub struct Place {
    pub address: SocketAddr,
    /// For what it needs and writes.
    pub folder: PathBuf,
    /// The folder with its one page, `index.html`.
    pub pages: PathBuf,
}

/// It is ended when this value is dropped.
pub struct Running {
    /// How the tables call it.
    pub name: &'static str,
    pub address: SocketAddr,
    child: Child,
}

impl Running {
    /// Starts it on a free port, with its log in a folder of its own, as it is for most servers that
    /// are at work; and waits until somebody listens there.
    pub fn start(
        name: &'static str,
        program: &Path,
        arguments: impl Fn(&Place) -> Vec<String>,
    ) -> Running {
        let (all, own) = (crate::folder(), name.replace([' ', '(', ')'], "-"));
        let (folder, pages) = (all.join(own), all.join("pages"));
        fs::create_dir_all(&folder).expect("the folder can be written");
        let log = File::create(folder.join("said.log")).expect("the folder can be written");
        let errors = log.try_clone().expect("the file is open");
        let place = Place {
            address: free_address(),
            folder,
            pages,
        };
        let mut command = Command::new(program);
        command.args(arguments(&place)).stdin(Stdio::null());
        let child = command.stdout(log).stderr(errors).spawn();
        let child = child.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
        let mut running = Running {
            name,
            address: place.address,
            child,
        };
        running.wait_until_it_listens(&place.folder);
        running
    }

    fn wait_until_it_listens(&mut self, folder: &Path) {
        let deadline = Instant::now() + PATIENCE;
        while Client::try_connect(self.address).is_err() {
            let has_ended = kit::wait(&mut self.child, Duration::from_millis(5)).is_some();
            let is_well = !has_ended && Instant::now() < deadline;
            assert!(is_well, "no server listens; see {}", folder.display());
        }
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
fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("the socket is open")
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
