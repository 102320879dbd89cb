//! From step 06 on: clients that had connected before the stop, and had not been accepted yet.

use kit::{PATIENCE, Signal, get};

use crate::clients::{QUEUE, WORKERS, crowd, sleepers, waiting_clients, with_open_files};
use crate::program;

/// So many does the kernel keep for a listener of the standard library, which asks for 128; Linux
/// allows one more.
const BACKLOG: usize = if cfg!(target_os = "linux") { 129 } else { 128 };

/// All workers sleep, the queue is full, and the accepting thread waits for room in it. So the
/// backlog is still there when the signal comes, and when all wake up.
#[test]
fn clients_in_the_backlog_are_no_newcomers() {
    kit::allow_open_files(4096);
    let program = program().variable("SLEEP_MS", 600);
    let mut server = with_open_files(1024, program).start();
    let mut clients = sleepers(&server, WORKERS);
    clients.extend(crowd(&server, QUEUE + 1, &get("/")));
    clients.extend(waiting_clients(&server, BACKLOG, &get("/")));
    server.signal(Signal::Interrupt);
    for client in &mut clients {
        client
            .reply()
            .expect_status(200, "src/main.rs, `accept_clients`: who is in the backlog");
    }
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}
