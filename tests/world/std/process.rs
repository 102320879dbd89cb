//! `std::process`: its end is the end of the world. What must hold then, and what is said of it on
//! the real standard output.

use crate::system::with;
use crate::{clients, story};
use orders::walk;
use std::process::Termination;

pub struct ExitCode(i32);

impl ExitCode {
    pub const SUCCESS: ExitCode = ExitCode(0);
    pub const FAILURE: ExitCode = ExitCode(1);
}

impl Termination for ExitCode {
    /// `main` has returned. Clients that are still there read what has been sent to them.
    fn report(self) -> std::process::ExitCode {
        walk::say(None, || format!("returns {}", self.0));
        check(with(|system| {
            system.over = true;
            system.has_stopped(self.0)
        }));
        clients::wait_for_all();
        kept()
    }
}

/// The process ends at once.
pub fn exit(code: i32) -> ! {
    let (over, never) = with(|system| (system.over, system.never));
    if over {
        loop {
            never.wait(None);
        }
    }
    walk::say(None, || format!("exits with {code}"));
    check(with(|system| system.has_given_up(code)));
    kept()
}

/// Something does not hold. Nothing comes after this.
pub fn broken(sentence: &str) {
    stuck(sentence, &[]);
}

/// As `broken`; and this is where each thread stands.
pub fn stuck(sentence: &str, ends: &[String]) -> ! {
    println!("broken: {}", sentence.replace('\n', " "));
    ends.iter().for_each(|end| println!("  {end}"));
    story::print();
    std::process::exit(0);
}

fn check(checked: Result<(), String>) {
    if let Err(sentence) = checked {
        broken(&sentence);
    }
}

fn kept() -> ! {
    let ((steps, digest), now) = (walk::steps(), walk::now());
    println!("kept: {now:?} {steps} {digest:016x}");
    story::print();
    std::process::exit(0);
}
