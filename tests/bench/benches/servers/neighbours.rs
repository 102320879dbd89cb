//! How busy other programs kept the machine meanwhile. Where they do, every number is worse, and
//! no two runs agree: a reader must know that before anything else.

use std::fs;
use std::thread;
use std::time::Instant;

/// Ticks of processor time, of which Linux has 100 in a second.
const TICKS: f64 = 100.0;

/// Where the processor time goes, from here on.
pub struct Neighbours {
    since: Instant,
    all: Option<u64>,
    ours: Option<u64>,
}

impl Neighbours {
    /// Begins to watch.
    pub fn watch() -> Neighbours {
        Neighbours {
            since: Instant::now(),
            all: ticks_of_all(),
            ours: ticks_of_ours(),
        }
    }

    /// Says it, where it is known.
    pub fn print(&self) {
        if let Some(share) = self.share() {
            let percent = share * 100.0;
            println!("Others:   used {percent:.0} % of the processor time meanwhile; best is 0");
        }
    }

    /// How much of the processor time others have used since, from 0 to 1. `None` where there is
    /// no /proc.
    fn share(&self) -> Option<f64> {
        let all = ticks_of_all()?.checked_sub(self.all?)?;
        let ours = ticks_of_ours()?.checked_sub(self.ours?)?;
        let cores = thread::available_parallelism().ok()?.get() as f64;
        let possible = self.since.elapsed().as_secs_f64() * TICKS * cores;
        Some(all.saturating_sub(ours) as f64 / possible)
    }
}

/// All that /proc/stat counts, but for idle time and waits for a disk, the fourth and fifth number.
/// Interrupts, the sixth and seventh, are in: most of them bring packets from client to server.
fn ticks_of_all() -> Option<u64> {
    let text = fs::read_to_string("/proc/stat").ok()?;
    let numbers = text.strip_prefix("cpu")?.split_whitespace().take(7);
    let numbers = numbers.map(|number| number.parse::<u64>().ok());
    let numbers: Option<Vec<u64>> = numbers.collect();
    match numbers?.as_slice() {
        [user, nice, system, _idle, _disk, interrupts, packets] => {
            Some(user + nice + system + interrupts + packets)
        }
        _ => None,
    }
}

/// User and system time of this process, and of the servers that have ended: fields 14 to 17 of
/// /proc/self/stat, of which the second is the name in brackets.
fn ticks_of_ours() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    let numbers = fields.split_whitespace().skip(11).take(4);
    numbers.map(|number| number.parse::<u64>().ok()).sum()
}
