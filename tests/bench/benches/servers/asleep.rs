//! How long `/` takes while other clients wait for `/sleep`: who has to wait for whom?

use std::time::{Duration, Instant};

use kit::{Client, get};

use crate::numbers::{Measure, Numbers};
use crate::programs::{Program, Programs};
use crate::server::Server;
use crate::target::Target;

/// How many `/sleep` are under way. Four is the number of workers; eight is the double of it.
pub const ASLEEP: [usize; 5] = [0, 1, 3, 4, 8];

/// How often everything is measured.
pub const ROUNDS: usize = 5;

/// How long `/sleep` takes here.
pub const SLEEP: Duration = Duration::from_millis(200);

/// How often `/` is asked for, unless half of the sleep is over before.
const REQUESTS: usize = 300;

/// Measures steps 05 and 06, and for contrast step 04, where one `/sleep` is enough.
pub fn measure(programs: &Programs, numbers: &mut Numbers) {
    for _ in 0..ROUNDS {
        measure_one(&programs.step_04, 1, &ASLEEP[..2], programs, numbers);
        measure_one(&programs.step_05, 4, &ASLEEP, programs, numbers);
        measure_one(&programs.step_06, 4, &ASLEEP, programs, numbers);
    }
}

fn measure_one(
    program: &Program,
    workers: usize,
    counts: &[usize],
    programs: &Programs,
    numbers: &mut Numbers,
) {
    let sleep = ("SLEEP_MS", SLEEP.as_millis().to_string());
    let server = Server::start_with(program, &programs.folder, &[sleep]);
    let target = Target::of(&server);
    for &count in counts {
        let sleepers = Sleepers::start(&server, count, workers);
        let time = sleepers.time_of_page(&target);
        sleepers.wait_for_end();
        if let Some(time) = time {
            note(time, count, program.name, numbers);
        }
    }
}

fn note(time: f64, count: usize, name: &'static str, numbers: &mut Numbers) {
    const TIME: Measure = Measure::MicrosecondsWhileOthersSleep;
    numbers.add(TIME, count, name, time);
    if let Some(none) = numbers.latest(TIME, 0, name) {
        numbers.add(Measure::RatioToNoneAsleep, count, name, time / none);
    }
}

/// Clients that have asked for `/sleep`.
struct Sleepers {
    clients: Vec<Client>,
    since: Instant,
}

impl Sleepers {
    /// Returns when as many sleep as the server has workers. Any others are in its queue by then,
    /// or in the kernel's, and in either before all who connect later.
    fn start(server: &Server, count: usize, workers: usize) -> Sleepers {
        const LINE: &str = "GET /sleep";
        let before = server.count_in_log(LINE);
        let since = Instant::now();
        let clients = (0..count).map(|_| {
            let mut client = Client::connect(server.address());
            client.send(get("/sleep"));
            client
        });
        let clients = clients.collect();
        server.wait_for_log(LINE, before + count.min(workers));
        Sleepers { clients, since }
    }

    /// The median time of `/`, in microseconds, while all of these sleep or wait for that. `None`
    /// if the machine is so busy that half of the sleep was over before it could be asked for.
    fn time_of_page(&self, target: &Target) -> Option<f64> {
        let mut times = Vec::new();
        let is_over = || !self.clients.is_empty() && self.since.elapsed() > SLEEP / 2;
        while times.len() < REQUESTS && !is_over() {
            times.push(target.ask().expect("the server replies to /"));
        }
        times.sort_unstable();
        let median = times.get(times.len() / 2)?;
        Some(median.as_secs_f64() * 1e6)
    }

    fn wait_for_end(self) {
        for mut client in self.clients {
            let reply = client.reply();
            reply.expect_status(200, "the route /sleep in src/router.rs");
        }
    }
}
