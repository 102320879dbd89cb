//! Starting the program under test, watching what it prints, and ending it.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Client, Meter, PATIENCE, Reply, Signal, fail, get, machine, readable};

/// A program that can be started: a step's, or the one that the environment variable `SERVER` names.
#[derive(Clone)]
pub struct Program {
    command: Vec<OsString>,
    address: String,
    variables: Vec<(String, String)>,
    folder: Option<PathBuf>,
    open_files: Option<u32>,
}

impl Program {
    /// The program at `path`. `SERVER="python3 my_server.py"` starts that in its stead; the
    /// address to listen on is its first argument all the same.
    pub fn new(path: &str) -> Program {
        let command = match env::var("SERVER") {
            Ok(server) => server.split_whitespace().map(absolute).collect(),
            Err(_) => vec![path.into()],
        };
        Program {
            command,
            address: "127.0.0.1:0".to_string(),
            variables: Vec::new(),
            folder: None,
            open_files: None,
        }
    }

    /// Listens there, and not on a free port.
    pub fn address(mut self, address: impl ToString) -> Program {
        self.address = address.to_string();
        self
    }

    /// Sets an environment variable. The steps read `SLEEP_MS`, `HEAD_MS`, `REPLY_MS`, `DRAIN_MS`
    /// and `STOP_MS`, in milliseconds; another `SERVER` may ignore them, and only takes longer.
    pub fn variable(mut self, name: &str, value: impl ToString) -> Program {
        self.variables.push((name.to_string(), value.to_string()));
        self
    }

    /// Starts in this folder.
    pub fn folder(mut self, folder: &Path) -> Program {
        self.folder = Some(folder.to_path_buf());
        self
    }

    /// Allows only so many open files (`ulimit -n`). Only on Unix.
    pub fn open_files(mut self, limit: u32) -> Program {
        self.open_files = Some(limit);
        self
    }

    /// Starts it and waits for its line `Listening on http://...`; what it prints is kept.
    #[track_caller]
    pub fn start(&self) -> Server {
        self.start_with(Output::Kept)
    }

    /// Starts it and waits for its line `Listening on http://...`, and does with further output
    /// as `output` says.
    #[track_caller]
    pub fn start_with(&self, output: Output) -> Server {
        let mut child = self.spawn();
        let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
        let stdout = child.stdout.take().expect("standard output is piped");
        let (first, stdout) = first_line(stdout).unwrap_or_default();
        let address = first
            .trim_end()
            .strip_prefix("Listening on http://")
            .and_then(|address| address.parse::<SocketAddr>().ok());
        let (Some(address), Some(stdout)) = (address, stdout) else {
            machine::end(&mut child);
            errors.wait_for_end();
            fail(
                &format!("the command {:?} {}", self.command, self.address),
                "a first line on standard output: Listening on http://ADDRESS:PORT",
                &format!("{first:?}, and on standard error {:?}", errors.all()),
                "src/main.rs; a server of your own must take the address as its first argument, \
                 and flush that line",
            );
        };
        let (lines, unread) = match output {
            Output::Kept => (Lines::collect(stdout), None),
            Output::Unread => (Lines::none(), Some(stdout)),
            Output::Closed => (Lines::none(), None),
        };
        Server {
            child,
            address,
            log: lines,
            errors,
            _unread: unread,
        }
    }

    /// Runs it to its end: for a program that is expected not to start.
    #[track_caller]
    pub fn run_to_end(&self) -> Finished {
        let mut child = self.spawn();
        let log = Lines::collect(child.stdout.take().expect("standard output is piped"));
        let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
        let status = machine::wait(&mut child, PATIENCE);
        machine::end(&mut child);
        log.wait_for_end();
        errors.wait_for_end();
        match status {
            Some(status) => Finished {
                status,
                log: log.all(),
                errors: errors.all(),
            },
            None => fail(
                &format!("the command {:?} {}", self.command, self.address),
                "the program says what is wrong, and ends",
                &format!(
                    "it still ran after {PATIENCE:?} and had printed {:?}",
                    log.all()
                ),
                "src/main.rs",
            ),
        }
    }

    fn spawn(&self) -> Child {
        let mut words = self.command.clone();
        if let Some(limit) = self.open_files {
            let script = format!("ulimit -n {limit} && exec \"$0\" \"$@\"");
            words.splice(0..0, ["sh".into(), "-c".into(), script.into()]);
        }
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg(&self.address);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        machine::in_group_of_its_own(&mut command);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {words:?}: {error}; is the path right?"))
    }
}

/// A path as one would type it at the top of the workspace, made to mean the same in every folder:
/// cargo runs a test in the folder of its package. Words that name no file stay as they are.
fn absolute(word: &str) -> OsString {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match workspace.join(word).canonicalize() {
        Ok(path) if path.is_file() => path.into(),
        _ => word.into(),
    }
}

/// The first line, and the rest of the output to read on from; `None` if no line comes in time.
fn first_line(stdout: ChildStdout) -> Option<(String, Option<BufReader<ChildStdout>>)> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        let mut line = String::new();
        let _ = stdout.read_line(&mut line);
        let _ = sender.send((line, Some(stdout)));
    });
    receiver.recv_timeout(PATIENCE).ok()
}

/// What happens to the lines after `Listening on`.
pub enum Output {
    /// They are read and kept.
    Kept,
    /// Nobody reads them: the pipe stays open, and fills.
    Unread,
    /// The pipe is closed.
    Closed,
}

/// A program that was expected not to start, after its end.
pub struct Finished {
    pub status: ExitStatus,
    pub log: Vec<String>,
    pub errors: Vec<String>,
}

/// A running program. It is ended when this value is dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    log: Lines,
    errors: Lines,
    _unread: Option<BufReader<ChildStdout>>,
}

impl Server {
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A new connection.
    #[track_caller]
    pub fn connect(&self) -> Client {
        Client::connect(self.address)
    }

    /// The reply to a whole request that is sent at once, over a new connection.
    #[track_caller]
    pub fn ask(&self, request: impl AsRef<[u8]>) -> Reply {
        let mut client = self.connect();
        client.send(request);
        client.reply()
    }

    /// "Serves on": a normal client gets its page, complete, within [`PATIENCE`].
    #[track_caller]
    pub fn serves_on(&self) {
        self.ask(get("/"))
            .expect_status(200, "whatever happened just before this");
    }

    /// Serves on so many times, one client after another, each with the same bytes.
    #[track_caller]
    pub fn serves_on_and_on(&self, count: usize) {
        self.serves_on();
        let visit = || {
            let mut client = self.connect();
            client.send(get("/"));
            client.read_to_end()
        };
        let first = visit();
        for number in 0..count {
            let (received, ending) = visit();
            if received != first.0 || ending != first.1 {
                let came = format!(
                    "{}, and the connection ended so: {ending:?}",
                    readable(&received)
                );
                fail(
                    &format!("GET / for the {number}th time"),
                    "the same as at first",
                    &came,
                    "src/connection.rs",
                );
            }
        }
    }

    /// "At once": the fastest of five normal clients has its page within `limit`. One that is slow
    /// may have been slowed by this machine; five have been slowed by the server.
    #[track_caller]
    pub fn serves_within(&self, limit: Duration) {
        let times = (0..5).map(|_| {
            let start = Instant::now();
            self.serves_on();
            start.elapsed()
        });
        let fastest = times.min().expect("there are five times");
        if fastest > limit {
            fail(
                "GET / five times, one after another",
                &format!("the fastest reply within {limit:?}"),
                &format!("it took {fastest:?}"),
                "who holds a worker, or the lock, while others wait?",
            );
        }
    }

    /// Waits until the log has a line with `text` in it, and returns that line.
    #[track_caller]
    pub fn wait_for_log(&self, text: &str) -> String {
        self.wait_for_log_line(&format!("with {text:?}"), |line| line.contains(text))
    }

    /// Waits until the log has a line that `is_it`, and returns that line; `which` says in a
    /// message which line is meant.
    #[track_caller]
    pub fn wait_for_log_line(&self, which: &str, is_it: impl Fn(&str) -> bool) -> String {
        self.log.wait_for(is_it).unwrap_or_else(|| {
            fail(
                "nothing more",
                &format!("a line of log {which}"),
                &format!(
                    "the log {:#?} and standard error {:#?}",
                    self.log.all(),
                    self.errors.all()
                ),
                "the calls of log::line",
            )
        })
    }

    /// Waits until the log has `count` lines with `text` in them.
    #[track_caller]
    pub fn wait_for_log_count(&self, text: &str, count: usize) {
        let so_far = || {
            self.log
                .all()
                .iter()
                .filter(|line| line.contains(text))
                .count()
        };
        if !self.log.wait_for_count(text, count) {
            let expected = format!("{count} lines of log with {text:?}");
            fail(
                "nothing more",
                &expected,
                &format!("{}: {:#?}", so_far(), self.log.all()),
                "who waits for whom?",
            );
        }
    }

    /// Waits until standard error has a line with `text` in it, and returns that line.
    #[track_caller]
    pub fn wait_for_error(&self, text: &str) -> String {
        self.errors
            .wait_for(|line| line.contains(text))
            .unwrap_or_else(|| {
                fail(
                    "nothing",
                    &format!("a line on standard error with {text:?}"),
                    &format!("standard error {:#?}", self.errors.all()),
                    "where the program meets this error",
                )
            })
    }

    /// Expects that the log has, or comes to have, lines with these texts, in this order.
    #[track_caller]
    pub fn expect_log_order(&self, texts: &[&str]) {
        texts.iter().for_each(|text| drop(self.wait_for_log(text)));
        let log = self.log();
        let place = |text: &&str| log.iter().position(|line| line.contains(text));
        if !texts.is_sorted_by_key(place) {
            fail(
                "nothing more",
                &format!("a log in this order: {texts:#?}"),
                &format!("{log:#?}"),
                "who waits for whom?",
            );
        }
    }

    /// All lines of log so far.
    pub fn log(&self) -> Vec<String> {
        self.log.all()
    }

    /// Sends it a signal: on Unix with `kill`, on Windows a console event.
    pub fn signal(&self, signal: Signal) {
        machine::signal(&self.child, signal);
    }

    /// Waits for its end and returns its exit code, `None` if a signal ended it.
    #[track_caller]
    pub fn wait_for_exit(&mut self, within: Duration) -> Option<i32> {
        match machine::wait(&mut self.child, within) {
            Some(status) => {
                self.log.wait_for_end();
                status.code()
            }
            None => fail(
                "a signal to stop",
                &format!("the process ends within {within:?}"),
                &format!("it still runs; its log is {:#?}", self.log.all()),
                "src/shutdown.rs, and who still holds a connection or the door",
            ),
        }
    }

    /// What it uses of the machine; only on Linux.
    pub fn meter(&self) -> Meter {
        Meter::of(self.child.id())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        machine::end(&mut self.child);
    }
}

/// Lines that a thread collects, and others wait for.
#[derive(Clone, Default)]
struct Lines {
    state: Arc<(Mutex<Collected>, Condvar)>,
}

#[derive(Default)]
struct Collected {
    lines: Vec<String>,
    ended: bool,
}

impl Lines {
    /// No lines, and none to wait for.
    fn none() -> Lines {
        Lines::collect(io::empty())
    }

    fn collect(source: impl Read + Send + 'static) -> Lines {
        let lines = Lines::default();
        let state = Arc::clone(&lines.state);
        thread::spawn(move || {
            let (collected, changed) = &*state;
            for line in BufReader::new(source).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                collected
                    .lock()
                    .expect("no thread panics with this lock")
                    .lines
                    .push(line);
                changed.notify_all();
            }
            collected
                .lock()
                .expect("no thread panics with this lock")
                .ended = true;
            changed.notify_all();
        });
        lines
    }

    fn all(&self) -> Vec<String> {
        self.state
            .0
            .lock()
            .expect("no thread panics with this lock")
            .lines
            .clone()
    }

    /// The first line that `is_it`, as soon as there is one; `None` if there never is.
    fn wait_for(&self, is_it: impl Fn(&str) -> bool) -> Option<String> {
        let found =
            |collected: &Collected| collected.lines.iter().find(|line| is_it(line)).cloned();
        let collected = self.wait_until(|collected| collected.ended || found(collected).is_some());
        found(&collected)
    }

    fn wait_for_count(&self, text: &str, count: usize) -> bool {
        let found = |collected: &Collected| {
            collected
                .lines
                .iter()
                .filter(|line| line.contains(text))
                .count()
        };
        let collected = self.wait_until(|collected| collected.ended || found(collected) >= count);
        found(&collected) >= count
    }

    fn wait_for_end(&self) {
        drop(self.wait_until(|collected| collected.ended));
    }

    fn wait_until(&self, condition: impl Fn(&Collected) -> bool) -> MutexGuard<'_, Collected> {
        let (collected, changed) = &*self.state;
        let guard = collected.lock().expect("no thread panics with this lock");
        changed
            .wait_timeout_while(guard, PATIENCE, |collected| !condition(collected))
            .expect("no thread panics with this lock")
            .0
    }
}
