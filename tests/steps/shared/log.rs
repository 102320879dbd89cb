//! From step 06 on: a thread of its own writes the log, and whether somebody reads it is all the same
//! to the clients.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Output, PATIENCE, Server, Signal};

use super::clients::AT_ONCE;
use crate::program;

/// What is logged for each ordinary client: that it connected, what it asked for, what it got.
const LINES: usize = 3;

/// Far more clients than a pipe and the log together have room for.
const MANY: usize = 2_000;

/// With a bound, what waits to be written stays as it is, however long nobody reads.
#[test]
fn a_standard_output_that_nobody_reads_neither_stops_it_nor_fills_the_memory() {
    let server = program().start_with(Output::Unread);
    server.serves_on_and_on(MANY);
    server.serves_within(AT_ONCE);
    #[cfg(target_os = "linux")]
    {
        let before = server.meter();
        server.serves_on_and_on(2 * MANY); // some 600 KiB of lines
        before.expect_growth_below(256, server.meter());
    }
}

/// With some of these numbers the pipe is full and the log is not, so that whoever waits for the
/// log to be written waits for ever.
#[test]
fn a_standard_output_that_nobody_reads_does_not_keep_it_from_stopping() {
    let stop_after = |count| {
        let mut server = program().start_with(Output::Unread);
        server.serves_on_and_on(count);
        server.signal(Signal::Interrupt);
        server.expect_exit(0);
    };
    thread::scope(|scope| {
        for count in [400, 500, 600, 700, 800, 900, MANY] {
            scope.spawn(move || stop_after(count));
        }
    });
}

/// Dropped lines are counted, and the log says so when somebody reads it again: every line is written
/// or counted, and none is both. A count that is said again is wrong the second time.
#[test]
fn lines_that_nobody_read_are_counted() {
    let mut server = program().start_with(Output::Unread);
    server.serves_on_and_on(MANY);
    server.read_from_now_on();
    // It has been asked twice before it was asked on and on.
    for clients in MANY + 3..MANY + 6 {
        server.serves_on();
        let (said, start) = (LINES * clients, Instant::now());
        loop {
            thread::sleep(Duration::from_millis(5)); // the log is some milliseconds behind
            let drops = drops(&server);
            let written = server.log().len() - drops.len();
            if !drops.is_empty() && written + drops.iter().sum::<usize>() == said {
                break;
            }
            if start.elapsed() > PATIENCE {
                let sent = format!("GET / by {clients} clients, most of them while nobody reads");
                let expected = format!("{said} lines of log, written or counted as dropped");
                let came = format!("{written} that are written, and dropped: {drops:?}");
                kit::fail(
                    &sent,
                    &expected,
                    &came,
                    "src/log.rs: where are lines counted?",
                );
            }
        }
    }
}

/// How many lines were dropped, each time that the log says so.
fn drops(server: &Server) -> Vec<usize> {
    let number = |line: &String| {
        let (words, _) = line.split_once(" of log dropped")?;
        words.split(' ').find_map(|word| word.parse().ok())
    };
    server.log().iter().filter_map(number).collect()
}

/// Nothing is said of dropped lines while all are written.
#[test]
fn where_everybody_reads_no_line_is_dropped() {
    let server = program().start();
    server.serves_on_and_on(10);
    server.wait_for_log_count("200 OK", 11);
    let drops = drops(&server);
    let look_at = "`write` in src/log.rs";
    assert!(drops.is_empty(), "it counts none, and says so; {look_at}");
}
