//! Where these numbers come from: without that they say nothing.

use std::env;
use std::fs;
use std::process::Command;
use std::thread;

use crate::{asleep, throughput};

/// The machine, the compiler, the command and the method.
pub fn describe() -> String {
    let cores = thread::available_parallelism().map_or("?".to_string(), |n| n.to_string());
    let (processor, system, compiler) = (processor(), system(), compiler());
    let (rounds, time) = (throughput::ROUNDS, throughput::TIME);
    let (sleep_rounds, sleep) = (asleep::ROUNDS, asleep::SLEEP.as_millis());
    format!(
        "Machine:  {cores} cores ({processor}), {system}\n\
         Compiler: {compiler}\n\
         Command:  cargo bench -p bench\n\
         Method:   medians of {rounds} rounds. A round starts every server anew, then loads them \
         in turn\n          \
         for {time:?} with each number of clients, which share the cores with the server.\n          \
         A ratio is that of one round. The servers log into files, the bare loop has no log.\n          \
         With /sleep: {sleep_rounds} rounds, SLEEP_MS={sleep}."
    )
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let name = line.and_then(|line| line.split_once(": "));
    name.map_or(env::consts::ARCH.to_string(), |(_, name)| name.to_string())
}

fn system() -> String {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("{} {}", env::consts::OS, release.trim())
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or("rustc".into());
    match Command::new(rustc).arg("--version").output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_string(),
        Err(error) => format!("unknown ({error})"),
    }
}
