//! Lets real clients at the finished server: Chromium, curl, ab and nc. And reads the book, as
//! people do.
//!
//! `cargo run -p browser` runs every check, `cargo run -p browser -- curl` those with `curl` in
//! their name. `cargo run -p browser -- pictures` saves pictures of the book.

mod axe;
mod base64;
mod book;
mod browser;
mod capabilities;
mod checks;
mod driver;
mod json;
mod keys;
mod look;
mod needed;
mod page;
mod problems;
mod server;
mod tools;
mod waiting;

use std::io::{self, Write};
use std::panic;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

use checks::Check;

/// What the last panic said. A check fails by a panic, and its message is printed after its name.
static MESSAGE: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let checks = checks::wanted(&wanted);
    if let Some(problem) = needed::missing().or_else(|| server::build().err()) {
        println!("{problem}");
        return close(0, checks.len());
    }
    panic::set_hook(Box::new(|panic| {
        if let Ok(mut message) = MESSAGE.lock() {
            *message = panic.to_string();
        }
    }));
    let passed = checks.iter().filter(|check| passes(check)).count();
    close(passed, checks.len() - passed)
}

fn passes((name, check): &Check) -> bool {
    print!("{name} ... ");
    let _ = io::stdout().flush();
    let start = Instant::now();
    let result = panic::catch_unwind(check);
    let time = start.elapsed();
    match &result {
        Ok(()) => println!("ok ({time:.1?})"),
        Err(_) => println!(
            "FAILED ({time:.1?})\n{}\n",
            MESSAGE.lock().map(|m| m.clone()).unwrap_or_default()
        ),
    }
    result.is_ok()
}

fn close(passed: usize, failed: usize) -> ExitCode {
    println!("\n{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
