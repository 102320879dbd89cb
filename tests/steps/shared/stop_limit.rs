//! From step 06 on: a stop that takes too long, and what is said of it.

use kit::{PATIENCE, Signal};

use crate::clients::sleepers;
use crate::program;

#[test]
fn a_stop_that_takes_too_long_says_how_many_it_gave_up() {
    let expect_given_up = |count, line| {
        let mut server = program()
            .variable("SLEEP_MS", 60_000)
            .variable("STOP_MS", 200)
            .start();
        server.serves_on(); // who has been served is not given up
        let _clients = sleepers(&server, count);
        server.signal(Signal::Terminate);
        assert_eq!(server.wait_for_exit(PATIENCE), Some(1), "the exit code");
        server.wait_for_log(line);
    };
    expect_given_up(1, "Gave up after 200ms; still here: 1");
    expect_given_up(6, "Gave up after 200ms; still here: 6");
}

/// In the log everybody speaks under their own name, but for the main thread, which is the server.
#[test]
fn a_line_begins_with_the_name_of_the_thread_that_says_it() {
    let mut server = program()
        .variable("SLEEP_MS", 60_000)
        .variable("STOP_MS", 1)
        .start();
    let sleeper = &sleepers(&server, 1)[0];
    server.signal(Signal::Terminate);
    assert_eq!(server.wait_for_exit(PATIENCE), Some(1), "the exit code");
    let name = sleeper.name();
    for beginning in [
        format!("{name} connected"),
        format!("worker-1: {name} GET /sleep"),
        "signals: Stopping".to_string(),
        "time-limit: Gave up".to_string(),
    ] {
        let is_it = |line: &str| {
            // Any worker may be the one.
            line.replace("worker-2", "worker-1")
                .replace("worker-3", "worker-1")
                .replace("worker-4", "worker-1")
                .starts_with(&beginning)
        };
        server.wait_for_log_line(&format!("that begins with {beginning:?}"), is_it);
    }
}
