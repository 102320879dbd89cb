//! How much memory step 06 holds after many requests: does anything stay behind?

use crate::load::{self, Limit};
use crate::numbers::{Measure, Numbers};
use crate::programs::Programs;
use crate::server::Server;
use crate::target::Target;

/// How often it is measured, each time with a new process.
const ROUNDS: usize = 3;

const CLIENTS: usize = 8;

/// So many requests of each client are 20,000 together.
const REQUESTS: usize = 20_000 / CLIENTS;

/// Measures step 06.
pub fn measure(programs: &Programs, numbers: &mut Numbers) {
    for _ in 0..ROUNDS {
        let server = Server::start(&programs.step_06, &programs.folder);
        load::run(&Target::of(&server), CLIENTS, Limit::Requests(REQUESTS));
        if let Some(meter) = server.meter() {
            let (resident, peak) = (meter.resident_kib as f64, meter.peak_kib as f64);
            let name = programs.step_06.name;
            numbers.add(Measure::ResidentKibAfter20000, CLIENTS, name, resident);
            numbers.add(Measure::PeakKibAfter20000, CLIENTS, name, peak);
        }
    }
}
