//! How many requests per second, and at which price: each server with few and with many clients.

use std::time::Duration;

use crate::load::{self, Limit, Load};
use crate::numbers::{Measure, Numbers};
use crate::programs::{Program, Programs};
use crate::server::Server;
use crate::target::Target;

/// How many clients ask at once.
pub const CLIENTS: [usize; 3] = [1, 8, 64];

/// How often everything is measured. Many short rounds, as the speed of a machine that others use
/// too changes from second to second.
pub const ROUNDS: usize = 12;

/// How long each server is measured with each number of clients, each round.
pub const TIME: Duration = Duration::from_millis(200);

/// Not measured: the first requests, for which the server still fetches its memory.
pub const WARM_UP: Duration = Duration::from_millis(30);

/// Measures the servers in turn, so that what else the machine does meets them all alike.
pub fn measure(programs: &Programs, numbers: &mut Numbers) {
    let mut order = [
        &programs.bare_loop,
        &programs.step_03,
        &programs.step_05,
        &programs.step_06,
    ];
    for _ in 0..ROUNDS {
        let servers = order.map(|program| start(program, programs, numbers));
        for clients in CLIENTS {
            for (server, program) in servers.iter().zip(order) {
                measure_one(server, clients, program.name, numbers);
            }
            for program in order {
                compare(program.name, programs.bare_loop.name, clients, numbers);
            }
        }
        order.rotate_left(1); // nobody always follows the same one
    }
}

/// A server that is not asked anything does nothing, so the others may run meanwhile.
fn start(program: &Program, programs: &Programs, numbers: &mut Numbers) -> Server {
    let server = Server::start(program, &programs.folder);
    if let Some(meter) = server.meter() {
        let kib = meter.resident_kib as f64;
        numbers.add(Measure::ResidentKibAtRest, 0, program.name, kib);
    }
    server
}

fn measure_one(server: &Server, clients: usize, name: &'static str, numbers: &mut Numbers) {
    let target = Target::of(server);
    load::run(&target, clients, Limit::Time(WARM_UP));
    let before = server.processor_time();
    let load = load::run(&target, clients, Limit::Time(TIME));
    let after = server.processor_time();
    note(&load, clients, name, numbers);
    if let (Some(before), Some(after)) = (before, after) {
        let each = (after - before).as_secs_f64() * 1e6 / load.latencies.len() as f64;
        numbers.add(
            Measure::ProcessorMicrosecondsPerRequest,
            clients,
            name,
            each,
        );
    }
    if let Some(meter) = server.meter() {
        let kib = meter.resident_kib as f64;
        numbers.add(Measure::ResidentKibAfterLoad, clients, name, kib);
    }
}

/// Notes how fast it was.
pub fn note(load: &Load, clients: usize, name: &'static str, numbers: &mut Numbers) {
    let count = load.latencies.len();
    let per_second = count as f64 / load.elapsed.as_secs_f64();
    let microseconds = |index: usize| load.latencies[index].as_secs_f64() * 1e6;
    let (median, slow) = (microseconds(count / 2), microseconds(count * 99 / 100));
    numbers.add(Measure::RequestsPerSecond, clients, name, per_second);
    numbers.add(Measure::MedianMicroseconds, clients, name, median);
    numbers.add(Measure::SlowestHundredthMicroseconds, clients, name, slow);
}

/// The ratio of this round, whose numbers were all measured within a second or so.
fn compare(name: &'static str, bare_loop: &'static str, clients: usize, numbers: &mut Numbers) {
    let latest = |name| numbers.latest(Measure::RequestsPerSecond, clients, name);
    if let (Some(of_server), Some(of_bare_loop)) = (latest(name), latest(bare_loop)) {
        let ratio = of_server / of_bare_loop;
        numbers.add(Measure::RatioToBareLoop, clients, name, ratio);
    }
}
