//! The end of a world: what must hold then, and what is said of it on the real standard output.

use crate::system::with;
use crate::{clients, story};
use orders::walk;

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

fn kept() -> ! {
    let ((steps, digest), now) = (walk::steps(), walk::now());
    println!("kept: {now:?} {steps} {digest:016x}");
    story::print();
    std::process::exit(0);
}

fn check(checked: Result<(), String>) {
    if let Err(sentence) = checked {
        broken(&sentence);
    }
}

/// Those who are still there read what has been sent to them.
pub fn main_has_returned(code: i32) -> ! {
    walk::say(None, || format!("returns {code}"));
    check(with(|system| {
        system.over = true;
        system.has_stopped(code)
    }));
    clients::wait_for_all();
    kept()
}

/// The process ends at once.
pub fn exits(code: i32) -> ! {
    if with(|system| system.over) {
        let never = with(|system| std::sync::Arc::clone(&system.never));
        loop {
            never.wait(None);
        }
    }
    walk::say(None, || format!("exits with {code}"));
    check(with(|system| system.has_given_up(code)));
    kept()
}
