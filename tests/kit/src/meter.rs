//! What a process uses of the machine, read from /proc. Linux shows it; other systems need more code
//! than the tests are worth there, so tests that use a meter are for Linux alone.

use std::fs;
use std::time::Duration;

/// One reading.
#[derive(Debug, Clone, Copy)]
pub struct Meter {
    /// Memory that is resident now, in KiB.
    pub resident_kib: u64,
    /// The most memory that was ever resident, in KiB.
    pub peak_kib: u64,
    pub threads: u64,
    /// Open file descriptors.
    pub descriptors: usize,
    /// Processor time that all its threads have used, in user and in kernel mode.
    pub processor: Duration,
}

impl Meter {
    /// Reads the meter of the process with this id.
    ///
    /// # Panics
    /// If there is no such process, or no /proc.
    pub fn of(process: u32) -> Meter {
        let folder = format!("/proc/{process}");
        let read = |file| fs::read_to_string(format!("{folder}/{file}")).expect(&folder);
        let number = |word: Option<&str>| word.and_then(|word| word.parse::<u64>().ok());
        let status = read("status");
        let field = |name| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            number(line.and_then(|line| line.split_whitespace().next())).expect(name)
        };
        // Behind the program's name, which is in brackets.
        let stat = read("stat");
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let ticks = fields.split_whitespace().skip(11).take(2);
        let ticks: u64 = ticks.map(|word| number(Some(word)).expect("ticks")).sum();
        Meter {
            resident_kib: field("VmRSS:"),
            peak_kib: field("VmHWM:"),
            threads: field("Threads:"),
            descriptors: fs::read_dir(format!("{folder}/fd")).expect(&folder).count(),
            processor: Duration::from_millis(ticks * 10), // 100 ticks a second, on every Linux
        }
    }

    /// Expects that no more than `kib` KiB of memory have come since this reading, ever.
    #[track_caller]
    pub fn expect_growth_below(self, kib: u64, now: Meter) {
        let growth = now.peak_kib.saturating_sub(self.resident_kib);
        assert!(
            growth < kib,
            "expected at the most {kib} KiB more memory, came {growth} KiB; before {self:?}, now {now:?}; \
             look at what is kept for each client, and for how long"
        );
    }
}
