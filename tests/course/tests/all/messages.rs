//! What the compiler says of a file whose threads are run in every order is what it says of it with the real
//! library. Two things are not: for a method that is missing, the compiler itself knows that one locks a
//! `Mutex` first; and it refuses `let _ = mutex.lock();`.

use crate::scratch::{FILE, ROOT, Scratch};

/// Names that do not exist. Nobody sees the files of `tests/orders` behind those that do.
const NAMES: &str = "
pub use std::sync::CondVar;
pub use std::sync::Rwlock;
pub use std::sync::mutex;
pub use std::sync::mpsc::Reciever;
pub use std::sync::mpsc::receiver;
pub use std::sync::mpsc::sender;
pub use std::time::instant;
pub use std::thread::Joinhandle;
pub use std::thread::join;
";

const USES: &str = "
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

pub struct Place {
    state: Mutex<Vec<u32>>,
    changed: Condvar,
}
";

/// Wrong types.
const TYPES: &str = "
pub fn types(place: &'static Place, queue: &Receiver<String>) -> Option<u32> {
    let mut state = place.state.lock();
    state.push(1);
    let mut state: MutexGuard<Vec<u32>> = place.state.lock().unwrap();
    state = place.changed.wait(state);
    let state = place.changed.wait(&mut state).unwrap();
    let state = place.changed.wait(place.state).unwrap();
    place.changed.notify();
    place.changed.wait_timeout(state, 1000);
    let item: u32 = queue.recv();
    let (sender, receiver) = mpsc::channel::<u32>();
    sender.send(\"one\");
    let other = Place { state: Vec::new(), changed: Condvar::new(1) };
    thread::sleep(1);
    let first = place.state.lock()?;
    thread::spawn(|| 1).join()
}
";

/// What may not go to another thread.
const BOUNDS: &str = "
pub fn bounds(place: &'static Place, receiver: Receiver<String>) {
    let receiver = Arc::new(receiver);
    thread::spawn(move || receiver.recv());
    let guard = place.state.lock().unwrap();
    thread::spawn(move || drop(guard));
    let alone = Rc::new(1);
    thread::spawn(move || *alone);
}
";

/// Moved, borrowed, dropped.
const OWNERS: &str = "
pub fn moved(place: &Place) {
    let state = place.state.lock().unwrap();
    drop(state);
    state.len();
    let fixed = place.state.lock().unwrap();
    fixed.push(1);
    let owned = *place.state.lock().unwrap();
    let waits = place.state.lock().unwrap();
    let woken = place.changed.wait(waits);
    waits.len();
    let thread = thread::spawn(|| 1);
    let _ = thread.join();
    let _ = thread.join();
    thread::spawn(|| place.changed.notify_one());
    let here = Mutex::new(1);
    thread::spawn(|| here.lock().map(|number| *number).unwrap_or_else(|_| 0));
    let (sender, _) = mpsc::channel();
    let text = String::new();
    let _ = sender.send(text);
    text.len();
}
";

/// The lines that say what is wrong, and what may help.
fn said(scratch: &Scratch, root: &str) -> Vec<String> {
    let module = "#[path = \"../ex05b.rs\"]\npub mod exercise;\n";
    scratch.write(ROOT, &format!("{root}{module}"));
    let said = scratch.fails("check 05b", "It does not compile");
    let lines = said.out.lines().map(str::trim);
    let words = ["error", "help: ", "= help: "];
    let tells = |line: &&str| words.iter().any(|word| line.starts_with(word)) || is_an_edit(line);
    // `within what` a trait is missing differs where ours has the real one inside.
    let core = |line: &str| {
        line.split_once("the trait")
            .map_or(line, |(_, what)| what)
            .to_string()
    };
    let mut lines: Vec<String> = lines.filter(tells).map(core).collect();
    lines.sort(); // the compiler has no order here
    lines
}

/// `3 + use std::sync::Condvar;`
fn is_an_edit(line: &str) -> bool {
    let code = line.trim_start_matches(char::is_numeric);
    code != line && code.starts_with(" + ")
}

#[test]
fn the_compiler_says_what_it_says_with_the_real_library() {
    let scratch = Scratch::new();
    let texts = [
        (NAMES.to_string(), 9),
        (format!("{USES}{TYPES}"), 12),
        (format!("{USES}{BOUNDS}"), 3),
        (format!("{USES}{OWNERS}"), 7),
    ];
    for (text, at_least) in texts {
        scratch.write(FILE, &text);
        let real = said(&scratch, "");
        let errors = real.iter().filter(|line| line.starts_with("error"));
        let errors = errors.count();
        assert!(errors >= at_least, "{errors} errors: {real:#?}");
        assert_eq!(said(&scratch, "extern crate orders as std;\n"), real);
    }
}
