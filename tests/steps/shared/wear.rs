//! From step 03 on: nothing that many clients do, or one does without end, wears the server out.

use std::time::Instant;

use kit::request;

use crate::program;

#[test]
fn an_endless_line_and_endless_headers_are_cut_off() {
    let server = program().start();
    server.serves_on();
    #[cfg(target_os = "linux")]
    let before = server.meter();
    for (start, more, status) in [
        ("GET /", "a".repeat(1 << 16), 414),
        ("GET / HTTP/1.1\r\n", "X: y\r\n".repeat(10_000), 431),
    ] {
        let mut client = server.client(start);
        for _ in 0..16 {
            client.send(&more);
        }
        client.expect_reply(status, "src/request.rs, MAX_HEAD");
    }
    server.serves_on();
    #[cfg(target_os = "linux")]
    before.expect_growth_below(4 * 1024, server.meter());
}

#[test]
#[cfg(target_os = "linux")]
fn twenty_thousand_requests_leave_it_as_it_was() {
    let server = program().start();
    let at_rest = server.meter().descriptors;
    server.serves_on_and_on(1_000);
    let before = server.meter();
    server.serves_on_and_on(19_000);
    let now = server.meter();
    assert_eq!(now.threads, before.threads, "the number of threads");
    server.wait_for_descriptors(at_rest);
    before.expect_growth_below(512, server.meter());
}

/// Its reply is there all the time, and may be lost: who does not stop talking does not hear. On Linux
/// the server reads so slowly that there are more bytes whenever it looks.
#[test]
fn an_endless_body_is_let_go() {
    let program = program().variable("DRAIN_MS", 300); // in step 03 always two seconds
    #[cfg(target_os = "linux")]
    let program = program
        .faulty(env!("CARGO_TARGET_TMPDIR"))
        .variable("RECV_PAUSE", 1);
    let server = program.start();
    let mut client = server.client(request("POST", "/", &["Transfer-Encoding: chunked"]));
    let start = Instant::now();
    while client.send([b'x'; 64 * 1024]) {
        let time = start.elapsed();
        assert!(
            time < kit::PATIENCE,
            "it still reads after {time:?}; look at `drain`"
        );
    }
    server.serves_on();
}

/// After its reply and the end of its body there is nothing to wait for.
#[test]
#[cfg(target_os = "linux")]
fn who_has_finished_after_its_reply_is_closed_at_once() {
    let server = program().variable("DRAIN_MS", 60_000).start();
    let at_rest = server.meter().descriptors;
    let mut client = server.client(request("POST", "/", &["Content-Length: 4"]));
    client.expect_reply(405, "src/router.rs");
    client.send("body");
    client.finish_sending();
    server.wait_for_descriptors(at_rest);
}
