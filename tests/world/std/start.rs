//! How a world begins.

use crate::plan::Plan;
use crate::system::{System, system};
use crate::{clients, report, signals};
use orders::{thread, walk};
use std::env;

/// The world of the seed that the environment names.
pub fn begin() {
    let seed = env::var("WORLD_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| panic!("WORLD_SEED is no number"));
    watch();
    let plan = Plan::new(seed);
    let tell = env::var_os("WORLD_STORY").is_some();
    walk::begin(seed, plan.once_in, tell, report::stuck);
    if plan.hangup_is_ignored {
        signals::ignore_hangup();
    }
    walk::say(None, || plan.to_string());
    let (scripts, sent) = (plan.scripts.clone(), plan.signals.clone());
    *system() = Some(System::new(plan));
    clients::begin(scripts);
    start("kernel", move || signals::send_all(sent));
}

/// A world takes some milliseconds. One that takes so long by the clock of the machine never ends.
fn watch() {
    const LIMIT: std::time::Duration = std::time::Duration::from_secs(300);
    std::thread::spawn(|| {
        std::thread::sleep(LIMIT);
        println!("broken: it did not end within {LIMIT:?}");
        std::process::exit(0);
    });
}

/// A thread of the world around the server.
pub fn start(name: &str, run: impl FnOnce() + Send + 'static) {
    let builder = thread::Builder::new()
        .name(name.to_string())
        .stack_size(128 * 1024);
    if let Err(error) = builder.spawn(run) {
        panic!("the real system has no thread for {name}: {error}");
    }
}
