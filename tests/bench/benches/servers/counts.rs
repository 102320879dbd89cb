//! How often step 06 calls the operating system for a request, and how often it asks for memory. Only
//! on Linux, where a library can stand before the C library and count.

use std::fs;
use std::path::Path;

use kit::{PATIENCE, Signal};

use crate::numbers::{Measure, Numbers};
use crate::programs::Programs;

const REQUESTS: usize = 1_000;

/// Two runs, of which the second has so many requests more: what the start costs cancels out.
pub fn measure(programs: &Programs, numbers: &mut Numbers) {
    if !cfg!(target_os = "linux") {
        return;
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("counted/counted.rs");
    let library = kit::compile_library(&source, &programs.folder);
    let few = run(programs, &library, REQUESTS);
    let many = run(programs, &library, 2 * REQUESTS);
    let measures = [Measure::CallsPerRequest, Measure::AllocationsPerRequest];
    for (measure, (few, many)) in measures.into_iter().zip(few.into_iter().zip(many)) {
        let each = (many - few) / REQUESTS as f64;
        numbers.add(measure, 1, programs.step_06.name, each);
    }
}

/// The counts of a whole run: calls, and allocations.
fn run(programs: &Programs, library: &Path, requests: usize) -> Vec<f64> {
    let counts = programs.folder.join("counts");
    let path = programs.step_06.command[0].to_string_lossy();
    let mut server = kit::Program::new(&path)
        .variable("LD_PRELOAD", library.display())
        .variable("COUNTS", counts.display())
        .start();
    server.serves_on_and_on(requests);
    server.signal(Signal::Terminate);
    server.wait_for_exit(PATIENCE);
    let text = fs::read_to_string(&counts).expect("the library has written it");
    let numbers = text.split(' ').map(|number| number.parse());
    let numbers: Result<Vec<f64>, _> = numbers.collect();
    numbers.expect("they are two numbers")
}
