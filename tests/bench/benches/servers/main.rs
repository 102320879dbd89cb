//! How fast are the servers of the steps, and how much of the machine do they use? One command
//! answers, in about a minute: `cargo bench -p bench`.
//!
//! Speed in requests per second says much about the machine and little about the server. So a
//! *bare loop* is measured in the same run: it accepts, reads, writes and closes, one client after
//! another, and does nothing else. What a step's server achieves is given as a ratio to that.
//!
//! `cargo bench -p bench -- deployed` measures step 06 beside servers that people deploy.

mod aims;
mod asleep;
mod bare_loop;
mod counts;
mod deployed;
mod load;
mod machine;
mod memory;
mod neighbours;
mod numbers;
mod programs;
mod report;
mod server;
mod table;
mod target;
mod throughput;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use neighbours::Neighbours;
use numbers::Numbers;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [word, reply, address] if word == bare_loop::WORD => bare_loop::run(reply, address),
        [word, _] if word == deployed::WORD => return deployed::measure(),
        _ if arguments.iter().any(|argument| argument == "--bench") => measure(),
        // `cargo test --all-targets` starts this program too, and nobody expects a load there.
        _ => println!("nothing is measured without --bench: cargo bench -p bench"),
    }
    ExitCode::SUCCESS
}

fn measure() {
    let programs = programs::build();
    println!("{}", machine::describe());
    eprintln!("measuring; the numbers come in about a minute");
    let neighbours = Neighbours::watch();
    let mut numbers = Numbers::default();
    throughput::measure(&programs, &mut numbers);
    asleep::measure(&programs, &mut numbers);
    memory::measure(&programs, &mut numbers);
    counts::measure(&programs, &mut numbers);
    neighbours.print();
    report::print(&numbers);
    aims::print(&numbers);
    let file = programs.folder.join("servers.csv");
    numbers.save(&file);
    println!("\nThe numbers for a plot: {}", file.display());
}
