//! How a world begins.

use crate::plan::Plan;
use crate::system::System;
use crate::{clients, process, signals};
use orders::{thread, walk};
use std::env;
use std::time::Duration;

/// A world takes some milliseconds. One that takes so long by the clock of the machine never ends.
const LIMIT: Duration = Duration::from_secs(300);

/// The world of the seed that the environment names.
pub fn begin() {
    std::thread::spawn(|| {
        std::thread::sleep(LIMIT);
        println!("broken: it did not end within {LIMIT:?}");
        std::process::exit(0);
    });
    let seed = env::var("WORLD_SEED").expect("WORLD_SEED is there");
    let seed = seed.parse().expect("WORLD_SEED is a number");
    let plan = Plan::new(seed);
    let tell = env::var_os("WORLD_STORY").is_some();
    walk::begin(seed, plan.once_in, tell, process::stuck);
    if plan.hangup_is_ignored {
        signals::ignore_hangup();
    }
    walk::say(None, || plan.to_string());
    let (scripts, sent) = (plan.scripts.clone(), plan.signals.clone());
    System::begin(plan);
    clients::begin(scripts);
    start("kernel", move || signals::send_all(sent));
}

/// A thread of the world around the server.
pub fn start(name: &str, run: impl FnOnce() + Send + 'static) {
    let builder = thread::Builder::new().name(name.to_string());
    if let Err(error) = builder.stack_size(128 * 1024).spawn(run) {
        panic!("the real system has no thread for {name}: {error}");
    }
}
