//! Step 06 and the bare loop beside servers that people deploy: the same page, asked for by the
//! same clients.

mod configurations;
mod process;
mod programs;

use std::fs;
use std::process::ExitCode;
use std::time::Duration;

use crate::load::{self, Limit};
use crate::neighbours::Neighbours;
use crate::numbers::{Measure, Numbers};
use crate::programs::{Program, Programs};
use crate::server::Server;
use crate::table::{Table, cell};
use crate::target::Target;
use crate::throughput::{self, CLIENTS, TIME, WARM_UP};
use process::Process;
use programs::{Deployed, PROGRAMS};

/// The argument that asks for this: `cargo bench -p bench -- deployed`.
pub const WORD: &str = "deployed";

/// How often everything is measured.
const ROUNDS: usize = 8;

/// How long a client may wait for its last reply. Where the queue of a server is full, the kernel
/// lets clients try again after a second, and then after two more.
const PATIENCE: Duration = Duration::from_secs(2);

/// A server that runs.
struct Row {
    name: &'static str,
    target: Target,
    /// The number of its process, or of the one that has started the others.
    id: u32,
}

/// Measures, or says in one line what is missing.
pub fn measure() -> ExitCode {
    if let Err(missing) = programs::look() {
        eprintln!("{missing}");
        return ExitCode::FAILURE;
    }
    let programs = crate::programs::build();
    let mut numbers = Numbers::default();
    eprintln!("measuring; the numbers come in about a minute");
    let neighbours = Neighbours::watch();
    measure_all(&programs, &mut numbers);
    neighbours.print();
    println!("Versions: {}", programs::versions());
    print(&numbers);
    let file = programs.folder.join("deployed.csv");
    numbers.save(&file);
    println!("\nThe numbers for a plot: {}", file.display());
    ExitCode::SUCCESS
}

fn measure_all(programs: &Programs, numbers: &mut Numbers) {
    let page = page(programs);
    // They are started once, and not each round anew: one that is not asked anything does nothing.
    let ours = [&programs.bare_loop, &programs.step_06];
    let ours = ours.map(|program| (program, Server::start(program, &programs.folder)));
    let start = |program| Process::start(program, &programs.folder, &page);
    let others: Vec<(&Deployed, Process)> = PROGRAMS
        .iter()
        .map(|program| (program, start(program)))
        .collect();
    let mut rows: Vec<Row> = ours.iter().map(row_of_ours).collect();
    rows.extend(others.iter().map(|(program, process)| Row {
        name: program.name,
        target: process.target(program, &page),
        id: process.id(),
    }));
    measure_rows(&mut rows, numbers);
}

fn measure_rows(rows: &mut [Row], numbers: &mut Numbers) {
    for _ in 0..ROUNDS {
        for clients in CLIENTS {
            for row in &*rows {
                measure_one(row, clients, numbers);
            }
        }
        rows.rotate_left(1); // nobody always follows the same one
    }
    for row in rows {
        if let Some(kib) = process::proportional_kib(row.id) {
            let most = CLIENTS[CLIENTS.len() - 1];
            numbers.add(Measure::ProportionalKibAfterLoad, most, row.name, kib);
        }
    }
}

/// A server that has left clients waiting is not asked by so many again: it would take too long.
fn measure_one(row: &Row, clients: usize, numbers: &mut Numbers) {
    let Row { name, target, .. } = row;
    if numbers
        .latest(Measure::RoundsGivenUp, clients, name)
        .is_some()
    {
        return;
    }
    let run = |time| load::try_run(target, clients, Limit::Time(time), PATIENCE);
    match run(WARM_UP).and_then(|_| run(TIME)) {
        Ok(load) => throughput::note(&load, clients, name, numbers),
        Err(problem) => {
            println!("Given up: {name}: {problem}");
            numbers.add(Measure::RoundsGivenUp, clients, name, 1.0);
        }
    }
}

fn row_of_ours((program, server): &(&Program, Server)) -> Row {
    Row {
        name: program.name,
        target: Target::of(server),
        id: server.id(),
    }
}

/// The page that step 06 sends: its reply, after the empty line.
fn page(programs: &Programs) -> Vec<u8> {
    let reply = fs::read(programs.folder.join("reply")).expect("the bare loop has it, too");
    let end = reply.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    reply[end.expect("the head ends in an empty line") + 4..].to_vec()
}

fn print(numbers: &Numbers) {
    let ours = ["bare loop", "step 06"];
    for clients in CLIENTS {
        let mut table = Table::new(&["server", "requests/s", "median (µs)", "memory (KiB)"]);
        for name in ours.into_iter().chain(PROGRAMS.iter().map(|p| p.name)) {
            let median = |measure, load| {
                let rounds = numbers.rounds(measure, load, name);
                cell(rounds.map(|rounds| rounds.median), 0)
            };
            table.row(vec![
                name.to_string(),
                median(Measure::RequestsPerSecond, clients),
                median(Measure::MedianMicroseconds, clients),
                median(Measure::ProportionalKibAfterLoad, 64),
            ]);
        }
        table.print(&format!("GET /, {clients} at a time"));
    }
}
