//! From step 01 on: how the program starts, and what must not end it.

use std::env;

use kit::Output;

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
    expect_plain_line(
        program().address(server.address()),
        &server.address().to_string(),
        "stop the program that uses it, or let the system choose a port: -- 127.0.0.1:0",
    );
    expect_alive(&server);
}

/// Who may use which port differs from machine to machine, so here the system is made to refuse.
#[test]
#[cfg(target_os = "linux")]
fn a_port_that_is_not_allowed_is_one_plain_line_and_exit_code_1() {
    const EACCES: i32 = 13;
    expect_plain_line(
        program()
            .faulty(env!("CARGO_TARGET_TMPDIR"))
            .variable("BIND_ERROR", EACCES),
        "127.0.0.1:0",
        "try a port above 1023: -- 127.0.0.1:8080",
    );
}

#[test]
fn a_bad_address_is_one_plain_line_and_exit_code_1() {
    for address in [
        "nonsense",
        "127.0.0.1",
        "127.0.0.1:99999",
        "--help",
        "",
        "192.0.2.1:7878", // set aside for documentation (RFC 5737): no machine has it
    ] {
        expect_plain_line(
            program().address(address),
            address,
            "try an IP address of this machine and a port: -- 127.0.0.1:8080",
        );
    }
}

#[track_caller]
fn expect_plain_line(program: kit::Program, address: &str, advice: &str) {
    let finished = program.run_to_end();
    let (start, end) = (format!("{address}: "), format!("; {advice}"));
    let is_plain = match finished.errors.as_slice() {
        [line] => line.contains(&start) && line.ends_with(&end) && !line.contains("Os {"),
        _ => false,
    };
    if finished.status.code() != Some(1) || !is_plain || !finished.log.is_empty() {
        let came = format!(
            "{}, standard error {:#?}, log {:#?}",
            finished.status, finished.errors, finished.log
        );
        kit::fail(
            &format!("the address {address:?}"),
            &format!("exit code 1, and one line with {start:?}, the reason, and {end:?}"),
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
