//! The servers of the steps beside servers that people deploy, and beside a *bare loop*, which accepts,
//! reads, writes and closes and does nothing else: `cargo bench -p bench`, in about three minutes.
//!
//! The load is that of `ab`, ApacheBench. Speed in requests per second says much about the machine and
//! little about the server, so what each achieves is also given as a ratio to the bare loop's.

mod ab;
mod asleep;
mod bare_loop;
mod numbers;
mod others;
mod programs;
mod running;

use std::env;
use std::ffi::OsString;
use std::path::Path;

use numbers::Numbers;
use programs::Program;
use running::Running;

/// How many clients ask at once.
const CLIENTS: [usize; 3] = [1, 8, 64];

/// How often everything is measured.
const ROUNDS: usize = 5;

fn main() {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [word, reply, address] if word == bare_loop::WORD => bare_loop::run(reply, address),
        _ if arguments.iter().any(|argument| argument == "--bench") => measure(),
        // `cargo test --all-targets` starts this program too, and nobody expects a load there.
        _ => println!("nothing is measured without --bench: cargo bench -p bench"),
    }
}

fn measure() {
    let folder = programs::folder();
    let mut numbers = Numbers::default();
    // A server that is not asked anything does nothing, so the others may run meanwhile.
    let mut servers = programs::start_all(&folder);
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        for clients in CLIENTS {
            measure_all(&servers, clients, &folder, &mut numbers);
        }
        servers.rotate_left(1); // nobody always follows the same one
    }
    for (program, server) in &servers {
        if let Some(kib) = server.memory() {
            numbers.add("KibAfterLoad", 64, program.name, kib);
        }
    }
    drop(servers);
    asleep::measure(&mut numbers);
    let file = folder.join("servers.csv");
    numbers.save(&file);
    println!("{}", numbers.table());
    println!("All numbers: {}", file.display());
}

fn measure_all(
    servers: &[(Program, Running)],
    clients: usize,
    folder: &Path,
    numbers: &mut Numbers,
) {
    let mut rates = Vec::new();
    for (program, server) in servers {
        let load = ab::run(server.address(), clients, program.keeps_alive, folder)
            .unwrap_or_else(|problem| panic!("{}, {clients} at a time: {problem}", program.name));
        numbers.add("RequestsPerSecond", clients, program.name, load.per_second);
        numbers.add("MedianMicroseconds", clients, program.name, load.median);
        rates.push((program.name, load.per_second));
    }
    let bare = rates.iter().find(|(name, _)| *name == bare_loop::NAME);
    let (_, bare) = *bare.expect("the bare loop is one of them");
    for (name, rate) in rates {
        numbers.add("RatioToBareLoop", clients, name, rate / bare);
    }
}
