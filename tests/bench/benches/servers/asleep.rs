//! How long `/` takes while other clients wait for `/sleep`: who has to wait for whom?

use std::time::{Duration, Instant};

use kit::{Program, Server, expect_replies, get};

use crate::numbers::Numbers;
use crate::ours;

/// How many `/sleep` are under way. Four is the number of workers; eight is the double of it.
const ASLEEP: [usize; 5] = [0, 1, 3, 4, 8];

/// How long `/sleep` takes here.
const SLEEP: Duration = Duration::from_millis(200);

/// Measures steps 05 and 06, and for contrast step 04, where one `/sleep` is enough.
pub fn measure(numbers: &mut Numbers) {
    for (name, package, workers, counts) in [
        ("step 04", "step-04-slow-route", 1, &ASLEEP[..2]),
        ("step 05", "step-05-threadpool", 4, &ASLEEP),
        ("step 06", "step-06-graceful-shutdown", 4, &ASLEEP),
    ] {
        let program = ours::build(package);
        for _ in 0..crate::ROUNDS {
            let server = Program::new(&program.to_string_lossy())
                .variable("SLEEP_MS", SLEEP.as_millis())
                .start();
            for &count in counts {
                if let Some(time) = time_of_page(&server, count, workers) {
                    numbers.add("MicrosecondsWhileOthersSleep", count, name, time);
                }
            }
        }
    }
}

/// The median time of `/`, in microseconds, while so many sleep or wait for that. `None` if the machine
/// is so busy that half of the sleep was over before it could be asked for.
fn time_of_page(server: &Server, count: usize, workers: usize) -> Option<f64> {
    const LINE: &str = "GET /sleep";
    let before = server.log_count(LINE);
    let since = Instant::now();
    let ask = |_| server.client(get("/sleep"));
    let mut sleepers: Vec<_> = (0..count).map(ask).collect();
    // As many sleep as the server has workers. The others are in its queue by then, or in the
    // kernel's, and in either before all who connect later.
    server.wait_for_log_count(LINE, before + count.min(workers));
    let mut times = Vec::new();
    while times.len() < 100 && (count == 0 || since.elapsed() < SLEEP / 2) {
        let start = Instant::now();
        server.ask(get("/"));
        times.push(start.elapsed());
    }
    expect_replies(&mut sleepers, 200, "the route /sleep in src/router.rs");
    times.sort_unstable();
    let median = times.get(times.len() / 2)?;
    Some(median.as_secs_f64() * 1e6)
}
