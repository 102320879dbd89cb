//! A server of others that runs.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE};

use super::programs::{self, Deployed, Place};
use crate::target::Target;

/// It is ended when this value is dropped.
pub struct Process {
    child: Child,
    address: SocketAddr,
    folder: PathBuf,
}

impl Process {
    /// Starts it on a free port, with a folder of its own inside of `folder`, and waits until
    /// somebody listens there.
    pub fn start(program: &Deployed, folder: &Path, page: &[u8]) -> Process {
        let folder = folder.join(program.name.replace(' ', "-").replace(['(', ')'], ""));
        let place = Place {
            port: free_port(),
            pages: folder.join("pages"),
            folder: folder.clone(),
        };
        fs::create_dir_all(&place.pages).expect("the folder can be written");
        fs::write(place.pages.join("index.html"), page).expect("the folder can be written");
        let log = File::create(folder.join("said.log")).expect("the folder can be written");
        let file = programs::find(program.program).expect("it was found before");
        let child = Command::new(file)
            .args((program.configure)(&place))
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the file is open"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", program.name));
        let address = SocketAddr::from(([127, 0, 0, 1], place.port));
        let mut process = Process {
            child,
            address,
            folder,
        };
        process.wait_until_it_listens();
        process
    }

    fn wait_until_it_listens(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while Client::try_connect(self.address).is_err() {
            let has_ended = kit::wait(&mut self.child, Duration::from_millis(5)).is_some();
            if has_ended || Instant::now() > deadline {
                panic!(
                    "no server listens; it said why in {}",
                    self.folder.display()
                );
            }
        }
    }

    /// How the load asks it for the page.
    pub fn target(&self, program: &Deployed, page: &[u8]) -> Target {
        Target::of_page(self.address, page, program.keeps_alive)
            .unwrap_or_else(|error| panic!("{} does not send the page: {error}", program.name))
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Process {
    /// Asks it to end, as it has to end the processes that it has started; kills it if it does not.
    fn drop(&mut self) {
        let id = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        let _ = kit::wait(&mut self.child, PATIENCE);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Free now; these programs cannot choose one and say which.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("the socket is open").port()
}

/// The memory of a process and of those that it has started: what each has for itself, and its part
/// of what it shares with others. So nothing is counted twice. `None` where there is no /proc.
pub fn proportional_kib(id: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let own: f64 = line.split_whitespace().next()?.parse().ok()?;
    let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).ok()?;
    let children = children.split_whitespace().filter_map(|id| id.parse().ok());
    Some(own + children.filter_map(proportional_kib).sum::<f64>())
}
