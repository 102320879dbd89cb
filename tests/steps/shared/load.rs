//! From step 05 on: many clients at the same instant.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use kit::{Ending, Server, expect_replies, get, heard, send_all};

use super::clients::{
    self, QUEUE, WORKERS, expect_once_of, patient, sleepers, sleepy, with_open_files,
};
use crate::program;

const CROWD: usize = 500;

/// The listen backlog of the standard library is 128. A client whose connection finds it full is
/// ignored, and tries again only a second later; and then perhaps again.
const LIMIT: Duration = Duration::from_secs(2);

/// With as many open files as Linux commonly allows.
#[test]
fn five_hundred_clients_at_the_same_instant_are_answered_within_two_seconds() {
    let server = with_open_files(1024, program());
    server.serves_on();
    #[cfg(target_os = "linux")]
    let before = server.meter();
    expect_all_answered(|| {
        let look_at = "src/main.rs: who is let go?";
        let failed = |came: String| kit::fail(&all_at_once(), "each gets its page", &came, look_at);
        Ok(crowd(&server).unwrap_or_else(failed))
    });
    server.serves_on();
    #[cfg(target_os = "linux")]
    {
        let now = server.meter();
        assert_eq!(now.threads, before.threads, "a crowd starts no thread");
        before.expect_growth_below(4 * 1024, now);
    }
}

/// With as many as macOS allows. Clients that this machine keeps from sending look silent, and there
/// is no room for all of them, so here somebody may once go without a page.
#[test]
fn five_hundred_clients_are_answered_though_only_256_files_may_be_open() {
    let server = with_open_files(256, program());
    expect_all_answered(|| crowd(&server));
}

#[track_caller]
fn expect_all_answered(crowd: impl Fn() -> Result<Duration, String>) {
    let expected = format!("each gets its page, and all within {LIMIT:?}, once of five times");
    let look_at = "src/main.rs: what keeps the accepting thread?";
    expect_once_of(5, &all_at_once(), &expected, look_at, || match crowd()? {
        time if time <= LIMIT => Ok(()),
        time => Err(format!("the last one had its page after {time:?}")),
    });
}

fn all_at_once() -> String {
    format!("GET / by {CROWD} clients at the same instant")
}

/// All connect at once, and all are answered; returns how long that took, or what else came.
fn crowd(server: &Server) -> Result<Duration, String> {
    let start = Barrier::new(CROWD + 1);
    let visit = || {
        start.wait();
        server.client(get("/")).read_to_end()
    };
    thread::scope(|scope| {
        let thread = |_| {
            let thread = thread::Builder::new().stack_size(128 * 1024);
            thread.spawn_scoped(scope, visit).expect("a thread")
        };
        let threads: Vec<_> = (0..CROWD).map(thread).collect();
        let began = Instant::now();
        start.wait();
        let visits: Vec<_> = threads.into_iter().map(|thread| thread.join()).collect();
        let time = began.elapsed();
        for visit in visits {
            let (received, ending) = visit.expect("no client panics");
            if ending != Ending::Closed || !received.starts_with(b"HTTP/1.1 200 OK\r\n") {
                return Err(heard(&received, &ending));
            }
        }
        Ok(time)
    })
}

/// Everybody connects first and speaks later, as `ab -c` and browsers do. The number of open files
/// is what Linux commonly allows, and they are nearly as many.
#[test]
fn nine_hundred_clients_that_speak_late_are_all_answered() {
    let server = with_open_files(1024, patient());
    let mut clients = clients::crowd(&server, 900, b"");
    server.serves_on(); // behind all of them: now they are in the waiting room
    thread::sleep(Duration::from_millis(50)); // time in which it could find that it is full
    send_all(&mut clients, get("/"));
    let look_at = "src/waiting_room.rs: who is let go, though there is room?";
    expect_replies(&mut clients, 200, look_at);
}

/// While all workers sleep, a crowd waits in the queue, up to its bound; the rest waits in the
/// kernel, which costs the server nothing.
#[test]
fn the_queue_is_long_but_not_endless() {
    let server = with_open_files(1024, sleepy(60_000));
    let _sleepers = sleepers(&server, WORKERS);
    // One more is accepted, and waits in the hands of the accepting thread.
    let _accepted = clients::crowd(&server, QUEUE + 1, b"");
    let _in_the_backlog = clients::waiting_clients(&server, 100, b"");
    thread::sleep(Duration::from_millis(200)); // time in which a server could accept too many
    assert_eq!(
        server.log_count("connected"),
        WORKERS + QUEUE + 1,
        "connections that were accepted: is the queue bounded? Look at QUEUE in src/main.rs"
    );
}
