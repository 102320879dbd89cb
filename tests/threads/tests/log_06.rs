//! The log of step 06, as it stands, in every order; and with one fault put in, in the order that
//! shows it. It keeps its lines in a `static`, so each order has a process of its own.

extern crate self as std; // the library of `orders`, but with a standard output of ours

pub use orders::*;

mod help;
#[path = "log/io.rs"]
pub mod io;
#[path = "../../../steps/06-graceful-shutdown/src/log.rs"]
mod log;
#[path = "log/promises.rs"]
mod promises;

made!("log.rs": writes_under_the_lock_06 told_too_early_06 dropped_lines_forgotten_06);

use help::{falls, holds};
use promises::{Log, a_dropped_line_is_counted, flush_waits_for_all, nobody_waits_for_a_reader};

/// With the name of the test, for the process of an order.
macro_rules! log {
    ($log:ident $test:literal) => {
        Log {
            start: $log::start,
            line: |text| $log::line(text),
            flush: $log::flush,
            test: $test,
        }
    };
}

tests! {
    all_is_written: holds(flush_waits_for_all(log!(log "all_is_written")), 17);
    nobody_reads: holds(nobody_waits_for_a_reader(log!(log "nobody_reads")), 9);
    too_much: holds(a_dropped_line_is_counted(log!(log "too_much")), 13);

    written_under_the_lock: falls(
        nobody_waits_for_a_reader(log!(writes_under_the_lock_06 "written_under_the_lock")),
        Kind::Deadlock,
        "main waits for the lock, which log holds",
    );
    told_before_it_is_so: falls(
        flush_waits_for_all(log!(told_too_early_06 "told_before_it_is_so")),
        Kind::Panic,
        "how long `flush` took",
    );
    not_counted: falls(
        a_dropped_line_is_counted(log!(dropped_lines_forgotten_06 "not_counted")),
        Kind::Panic,
        "lines written or counted",
    );
}
