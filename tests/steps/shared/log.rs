//! From step 06 on: a thread of its own writes the log, and whether somebody reads it is all the same
//! to the clients.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Output, PATIENCE, Server, Signal};

use crate::clients::AT_ONCE;
use crate::program;

/// What is logged for each ordinary client: that it connected, what it asked for, what it got.
const LINES: usize = 3;

/// Far more clients than a pipe and the log together have room for.
const MANY: usize = 2_000;

#[test]
fn a_standard_output_that_nobody_reads_does_not_stop_it() {
    let server = program().start_with(Output::Unread);
    server.serves_on_and_on(MANY);
    server.serves_within(AT_ONCE);
}

/// With some of these numbers the pipe is full and the log is not, so that whoever waits for the
/// log to be written waits for ever.
#[test]
fn a_standard_output_that_nobody_reads_does_not_keep_it_from_stopping() {
    let stop_after = |count| {
        let mut server = program().start_with(Output::Unread);
        server.serves_on_and_on(count);
        server.signal(Signal::Interrupt);
        let code = server.wait_for_exit(PATIENCE);
        assert_eq!(code, Some(0), "the exit code after {count} clients");
    };
    thread::scope(|scope| {
        for count in [400, 500, 600, 700, 800, 900, MANY] {
            scope.spawn(move || stop_after(count));
        }
    });
}

/// Dropped lines are counted, and the log says so when somebody reads it again: every line is written
/// or counted, and none is both.
#[test]
fn lines_that_nobody_read_are_counted() {
    let mut server = program().start_with(Output::Unread);
    server.serves_on_and_on(MANY);
    server.read_from_now_on();
    server.wait_for_log("of log dropped");
    server.serves_on();
    let said = LINES * (MANY + 3); // two more clients before the many, and one after them
    let start = Instant::now();
    while written_and_dropped(&server) != said {
        if start.elapsed() > PATIENCE {
            let came = format!(
                "{}, of them dropped: {:?}",
                written_and_dropped(&server),
                drops(&server)
            );
            kit::fail(
                &format!("GET / {} times", MANY + 3),
                &format!("{said} lines that are written, or counted as dropped"),
                &came,
                "src/log.rs: where are dropped lines counted?",
            );
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn written_and_dropped(server: &Server) -> usize {
    let drops = drops(server);
    server.log().len() - drops.len() + drops.iter().sum::<usize>()
}

/// How many lines were dropped, each time that the log says so.
fn drops(server: &Server) -> Vec<usize> {
    let number = |line: &String| {
        let (words, _) = line.split_once(" of log dropped")?;
        words.split(' ').find_map(|word| word.parse().ok())
    };
    server.log().iter().filter_map(number).collect()
}

/// With a bound, what waits to be written stays as it is, however long nobody reads.
#[test]
#[cfg(target_os = "linux")]
fn a_standard_output_that_nobody_reads_does_not_fill_the_memory() {
    let server = program().start_with(Output::Unread);
    server.serves_on_and_on(MANY);
    let before = server.meter();
    server.serves_on_and_on(4 * MANY);
    before.expect_growth_below(1024, server.meter()); // the lines are 1,200 KiB, or a little more
}
