//! From step 06 on: a stop ends the listening first, wherever that is, and leaves the address free.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE, Signal, expect_replies, get};

use super::clients::{QUEUE, WORKERS, crowd, sleepers, sleepy, waiting_clients, with_open_files};
use crate::program;

/// So many does the kernel keep for a listener of the standard library, which asks for 128; Linux
/// allows one more.
const BACKLOG: usize = if cfg!(target_os = "linux") { 129 } else { 128 };

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
        let came = server.wait_for_exit(PATIENCE);
        assert_eq!(came, Some(0), "on {address}; look at src/shutdown.rs");
        server.wait_for_log("Stopped");
    }
}

/// Once may be this machine's fault, which keeps us from knocking.
#[test]
fn newcomers_are_refused_while_replies_are_in_flight() {
    let are_refused_first = |_| {
        let mut server = sleepy(600).start();
        let mut clients = sleepers(&server, 1);
        server.signal(Signal::Interrupt);
        let start = Instant::now();
        while !Client::is_refused(server.address()) && start.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(1)); // a knock now and then, not a flood
        }
        let replies = server.log_count("200 OK");
        expect_replies(&mut clients, 200, "src/main.rs");
        server.expect_exit(0);
        replies == 0
    };
    assert!(
        (0..3).any(are_refused_first),
        "three times newcomers were refused only after a reply had left; look at src/main.rs: when is \
         the listener dropped?"
    );
}

/// All workers sleep, the queue is full, and the accepting thread waits for room in it. So the
/// backlog is still there when the signal comes, and when all wake up.
#[test]
fn clients_in_the_backlog_are_no_newcomers() {
    let mut server = with_open_files(1024, sleepy(600));
    let mut clients = sleepers(&server, WORKERS);
    clients.extend(crowd(&server, QUEUE + 1, &get("/")));
    clients.extend(waiting_clients(&server, BACKLOG, &get("/")));
    server.signal(Signal::Interrupt);
    let look_at = "src/main.rs, `accept_clients`: who is in the backlog";
    expect_replies(&mut clients, 200, look_at);
    server.expect_exit(0);
}

#[test]
fn started_again_at_once_it_binds_again() {
    let mut server = program().start();
    let address = server.address();
    for is_left_open in [true, false, false] {
        server.serves_on();
        let _still_open = is_left_open.then(|| server.connect());
        server.signal(Signal::Terminate);
        server.expect_exit(0);
        server = program().address(address).start();
    }
    server.serves_on();
}
