//! From step 01 on: how the program starts, and what must not end it.

use std::env;

use kit::{Client, Ending, Output, Program, Server, get, heard};

use crate::program;

/// A whole page, and then a clean end.
#[track_caller]
pub fn expect_page(mut client: Client, look_at: &str) {
    let (received, ending) = client.read_to_end();
    let is_page = received.starts_with(b"HTTP/1.1 200 OK\r\n") && received.ends_with(b">\n");
    if !is_page || ending != Ending::Closed {
        let expected = "the status 200, a whole page, and a closed connection";
        kit::fail("GET /", expected, &heard(&received, &ending), look_at);
    }
}

/// Alive: whoever asks gets the page.
#[track_caller]
pub fn expect_alive(server: &Server) {
    let look_at = "whatever happened just before this";
    expect_page(server.client(get("/")), look_at);
}

#[test]
fn the_first_line_names_the_real_port() {
    let server = program().start();
    let port = server.address().port();
    let why = "nobody can connect to port 0: print the port that was chosen";
    assert_ne!(port, 0, "{why}");
    expect_alive(&server);
}

#[test]
fn a_port_in_use_is_one_plain_line_and_exit_code_1() {
    let server = program().start();
    let address = server.address().to_string();
    let advice = "stop the program that uses it, or let the system choose a port: -- 127.0.0.1:0";
    expect_plain_line(program().address(&address), &address, advice);
    expect_alive(&server);
}

/// Who may use which port differs from machine to machine, so here the system is made to refuse.
#[test]
#[cfg(target_os = "linux")]
fn a_port_that_is_not_allowed_is_one_plain_line_and_exit_code_1() {
    const EACCES: i32 = 13;
    let program = program().faulty(env!("CARGO_TARGET_TMPDIR"));
    let program = program.variable("BIND_ERROR", EACCES);
    let advice = "try a port above 1023: -- 127.0.0.1:8080";
    expect_plain_line(program, "127.0.0.1:0", advice);
}

#[test]
fn a_bad_address_is_one_plain_line_and_exit_code_1() {
    let advice = "try an IP address of this machine and a port: -- 127.0.0.1:8080";
    for address in [
        "nonsense",
        "127.0.0.1",
        "127.0.0.1:99999",
        "--help",
        "",
        "192.0.2.1:7878", // set aside for documentation (RFC 5737): no machine has it
    ] {
        expect_plain_line(program().address(address), address, advice);
    }
}

#[track_caller]
fn expect_plain_line(program: Program, address: &str, advice: &str) {
    let finished = program.run_to_end();
    let (start, end) = (format!("{address}: "), format!("; {advice}"));
    let is_plain = match finished.errors.as_slice() {
        [line] => line.contains(&start) && line.ends_with(&end) && !line.contains("Os {"),
        _ => false,
    };
    if finished.status.code() != Some(1) || !is_plain || !finished.log.is_empty() {
        let sent = format!("the address {address:?}");
        let expected = format!("exit code 1, and one line with {start:?}, the reason, and {end:?}");
        let look_at = "src/main.rs, `listen` and `advice`";
        kit::fail(&sent, &expected, &format!("{finished:#?}"), look_at);
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

/// Some leave at once, some with a reset, and some never read.
#[test]
fn clients_that_do_not_wait_for_their_reply_cost_nobody_else() {
    let server = program().start();
    let mut silent = Vec::new();
    for _ in 0..20 {
        for said in [b"", &b"GET / HTTP/1.1\r\nHo"[..], &get("/")] {
            drop(server.client(said));
            server.client(said).reset();
        }
        silent.push(server.client(get("/")));
        expect_alive(&server);
    }
}
