//! Signals: C's `signal`, as the server declares it, and how one comes.

use crate::system::{lock, with};
use orders::{thread, walk};
use std::ffi::c_int;
use std::mem;
use std::sync::Mutex;
use std::time::Duration;

pub const SIGHUP: c_int = 1;
pub const SIGINT: c_int = 2;
pub const SIGTERM: c_int = 15;
const SIG_DFL: usize = 0;
const SIG_IGN: usize = 1;

/// What happens at each signal, as the address of the handler.
static HANDLERS: Mutex<[usize; 32]> = Mutex::new([SIG_DFL; 32]);

/// Stands in for the one of C. The real standard library calls it as well, before `main`.
///
/// SAFETY: nothing else of this name is linked but C's own, which has these arguments and result: an
/// address is as wide as a pointer, and 0 and 1 are what C takes them for.
#[unsafe(no_mangle)]
extern "C" fn signal(number: c_int, handler: usize) -> usize {
    match lock(&HANDLERS).get_mut(number as usize) {
        Some(place) => mem::replace(place, handler),
        None => usize::MAX,
    }
}

/// As `nohup` does it.
pub fn ignore_hangup() {
    signal(SIGHUP, SIG_IGN);
}

/// The thread that sends the signals, each at its time, but not before the server can take them.
pub fn send_all(signals: Vec<(Duration, c_int)>) {
    for (at, number) in signals {
        thread::sleep(at.saturating_sub(walk::now()));
        while lock(&HANDLERS)[SIGTERM as usize] == SIG_DFL {
            thread::sleep(Duration::from_millis(1));
        }
        let handler = lock(&HANDLERS)[number as usize];
        walk::say(None, || format!("sends signal {number}"));
        if handler == SIG_IGN {
            continue;
        }
        with(|system| system.signals.push((walk::now(), number)));
        // SAFETY: it is neither of the two numbers, so the server has given it to `signal`, and it
        // is what that takes: a function of C with one argument.
        let handler: extern "C" fn(c_int) = unsafe { mem::transmute(handler) };
        handler(number);
    }
}
