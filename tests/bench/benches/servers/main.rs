//! The servers of the steps beside servers that people deploy, and beside a *bare loop*, which accepts,
//! reads, writes and closes and does nothing else: `cargo bench -p bench`, in about three minutes.
//!
//! The load is that of `ab`, ApacheBench. Speed in requests per second says much about the machine and
//! little about the server, so what each achieves is also given as a ratio to the bare loop's.

mod ab;
mod asleep;
mod numbers;
mod others;
mod ours;
mod running;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use numbers::Numbers;
use running::Running;

/// How many clients ask at once.
const CLIENTS: [usize; 3] = [1, 8, 64];

/// How often everything is measured.
const ROUNDS: usize = 5;

fn main() {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [word, reply, address] if word == ours::WORD => ours::bare_loop(reply, address),
        _ if arguments.iter().any(|argument| argument == "--bench") => measure(),
        // `cargo test --all-targets` starts this program too, and nobody expects a load there.
        _ => println!("nothing is measured without --bench: cargo bench -p bench"),
    }
}

/// For what is written. Cargo names a folder for temporary files, beside which it is.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench")
}

fn measure() {
    fs::create_dir_all(folder().join("pages")).expect("the target directory can be written");
    let mut numbers = Numbers::default();
    // A server that is not asked anything does nothing, so the others may run meanwhile.
    let (mut servers, page) = ours::start_all();
    servers.extend(others::start_all(&page));
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        for clients in CLIENTS {
            measure_all(&servers, clients, &mut numbers);
        }
        servers.rotate_left(1); // nobody always follows the same one
    }
    for server in &servers {
        if let Some(kib) = server.memory() {
            numbers.add("KibAfterLoad", 64, server.name, kib);
        }
    }
    drop(servers);
    asleep::measure(&mut numbers);
    let file = folder().join("servers.csv");
    numbers.save(&file);
    println!("{}", numbers.table());
    println!("All numbers: {}", file.display());
}

fn measure_all(servers: &[Running], clients: usize, numbers: &mut Numbers) {
    let mut rates = Vec::new();
    for server in servers {
        let (per_second, median) = ab::run(server, clients)
            .unwrap_or_else(|problem| panic!("{}, {clients} at a time: {problem}", server.name));
        numbers.add("RequestsPerSecond", clients, server.name, per_second);
        numbers.add("MedianMicroseconds", clients, server.name, median);
        rates.push((server.name, per_second));
    }
    let bare = rates.iter().find(|(name, _)| *name == ours::BARE_LOOP);
    let (_, bare) = *bare.expect("the bare loop is one of them");
    for (name, rate) in rates {
        numbers.add("RatioToBareLoop", clients, name, rate / bare);
    }
}
