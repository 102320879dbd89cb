//! From step 01 on: how the program starts, and what must not end it.

use std::env;
#[cfg(target_os = "linux")]
use std::{
    thread,
    time::{Duration, Instant},
};

use kit::{Ending, Output};

use crate::{expect_alive, program};

#[test]
fn the_first_line_names_the_real_port() {
    let server = program().start();
    assert_ne!(
        server.address().port(),
        0,
        "a client cannot connect to port 0: print the port that was chosen"
    );
    expect_alive(&server);
}

#[test]
fn a_port_in_use_is_one_plain_line_and_exit_code_1() {
    let server = program().start();
    let second = program().address(server.address()).run_to_end();
    expect_plain_line(&second, &server.address().to_string());
    expect_alive(&server);
}

#[test]
fn a_bad_address_is_one_plain_line_and_exit_code_1() {
    for address in ["nonsense", "127.0.0.1", "127.0.0.1:99999", "--help", ""] {
        expect_plain_line(&program().address(address).run_to_end(), address);
    }
}

#[test]
fn an_address_of_another_machine_is_one_plain_line_and_exit_code_1() {
    // 192.0.2.0/24 is set aside for documentation (RFC 5737): no machine has it.
    expect_plain_line(
        &program().address("192.0.2.1:7878").run_to_end(),
        "192.0.2.1:7878",
    );
}

fn expect_plain_line(finished: &kit::Finished, address: &str) {
    let expected =
        format!("exit code 1, and one line that names {address:?}, says why and what to try");
    let is_plain = match finished.errors.as_slice() {
        [line] => {
            line.contains(address)
                && line.contains(": ")
                && line.contains("; ")
                && !line.contains("Os {")
        }
        _ => false,
    };
    if finished.status.code() != Some(1) || !is_plain || !finished.log.is_empty() {
        let came = format!(
            "{}, standard error {:#?}, log {:#?}",
            finished.status, finished.errors, finished.log
        );
        kit::fail(
            &format!("the address {address:?}"),
            &expected,
            &came,
            "src/main.rs, `listen` and `advice`",
        );
    }
}

#[test]
fn it_runs_in_any_folder() {
    expect_alive(&program().folder(&env::temp_dir()).start());
}

#[test]
fn a_closed_standard_output_does_not_stop_it() {
    let server = program().start_with(Output::Closed);
    for _ in 0..10 {
        expect_alive(&server);
    }
}

#[test]
fn clients_that_leave_at_once_do_not_stop_it() {
    let server = program().start();
    for _ in 0..20 {
        drop(server.connect());
        server.connect().reset();
        let mut half = server.connect();
        half.send("GET / HTTP/1.1\r\nHo");
        drop(half);
        let mut half = server.connect();
        half.send("GET / HTTP/1.1\r\nHo");
        half.reset();
    }
    expect_alive(&server);
}

#[test]
fn a_client_that_says_it_has_nothing_to_say_is_let_go() {
    let server = program().start();
    let mut client = server.connect();
    client.finish_sending();
    let (received, ending) = client.read_to_end();
    assert_eq!(
        (received.len(), ending),
        (0, Ending::Closed),
        "expected a closed connection and no bytes"
    );
    expect_alive(&server);
}

/// There is no descriptor left for a client: every `accept` fails.
#[test]
#[cfg(target_os = "linux")]
fn a_full_descriptor_table_does_not_make_it_spin() {
    let server = program().open_files(crate::FEWEST_OPEN_FILES).start();
    let clients: Vec<_> = (0..4).map(|_| server.connect()).collect();
    server.wait_for_log("Too many open files");
    let failures = || {
        server
            .log()
            .iter()
            .filter(|line| line.contains("Too many open files"))
            .count()
    };
    let (processor, start, enough) = (server.meter().processor, Instant::now(), failures() + 4);
    while failures() < enough {
        assert!(
            start.elapsed() < kit::PATIENCE,
            "it tries no more: {:#?}",
            server.log()
        );
        thread::yield_now();
    }
    let (busy, time) = (server.meter().processor - processor, start.elapsed());
    let message = format!(
        "four failures of accept took {time:?}, {busy:?} of it busy: pause after a failure"
    );
    assert!(
        time > Duration::from_millis(40) && busy < time / 2,
        "{message}"
    );
    drop(clients);
}
