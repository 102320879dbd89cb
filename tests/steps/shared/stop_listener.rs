//! From step 06 on: a stop ends the listening first, wherever that is, and leaves the address free.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE, Signal};

use crate::clients::{expect_once_of, sleepers};
use crate::program;

/// A thread waits for clients, and what wakes it is a connection to the address where it listens.
#[test]
fn it_stops_wherever_it_listens() {
    let mut addresses = vec!["0.0.0.0", "::1", "::"];
    if cfg!(target_os = "linux") {
        addresses.push("127.0.0.2"); // elsewhere only 127.0.0.1 is there
    }
    for address in addresses {
        let address: IpAddr = address.parse().expect("it is an address");
        let program = program().address(SocketAddr::new(address, 0));
        if address.is_ipv6() && TcpListener::bind((address, 0)).is_err() {
            // A machine without IPv6: nothing can listen there, and the program says so.
            assert_eq!(program.run_to_end().status.code(), Some(1));
            continue;
        }
        let mut server = program.start();
        server.signal(Signal::Terminate);
        assert_eq!(
            server.wait_for_exit(PATIENCE),
            Some(0),
            "the exit code of a server that listens on {address}; look at src/shutdown.rs"
        );
        server.wait_for_log("Stopped");
    }
}

#[test]
fn newcomers_are_refused_while_replies_are_in_flight() {
    expect_once_of(
        3,
        "Ctrl-C while a reply is in flight",
        "newcomers are refused before that reply has left",
        "src/main.rs: when is the listener dropped?",
        || {
            let mut server = program().variable("SLEEP_MS", 600).start();
            let mut clients = sleepers(&server, 1);
            server.signal(Signal::Interrupt);
            let start = Instant::now();
            while !Client::is_refused(server.address()) && start.elapsed() < PATIENCE {
                thread::sleep(Duration::from_millis(1)); // a knock now and then, not a flood
            }
            let replies = server.log_count("200 OK");
            clients[0].reply().expect_status(200, "src/main.rs");
            assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
            match replies {
                0 => Ok(()),
                _ => Err("they were refused after it had left".to_string()),
            }
        },
    );
}

#[test]
fn started_again_at_once_it_binds_again() {
    let mut server = program().start();
    let address = server.address();
    for is_left_open in [true, false, false] {
        server.serves_on();
        let _still_open = is_left_open.then(|| server.connect());
        server.signal(Signal::Terminate);
        assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
        server = program().address(address).start();
    }
    server.serves_on();
}
