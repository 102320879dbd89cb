//! Where a line ends, and when that is seen.

use std::time::Instant;

use trial::{Outcome, equal};

use super::client::Client;
use super::client::Next::Bytes;
use super::reading::{later, read};

/// More than what fits into the usual buffers.
const LONG: usize = 5_000;

/// More than anybody would take for a line.
const LONGER: usize = 100_000;

pub fn a_line_is_found_wherever_it_is_cut() -> Outcome {
    let whole = [Bytes(b"GET / HTTP/1.1\r\n")];
    let cut = [Bytes(b"GET /"), Bytes(b" HTTP/1.1\r"), Bytes(b"\n")];
    let look = "Its CR LF may come in two pieces. Where do you look for it?";
    for (pieces, what) in [(&whole[..], "in one piece"), (&cut[..], "in three pieces")] {
        let mut received = Vec::new();
        let length = read(&mut Client::sends(pieces), later(), &mut received);
        let what = format!("the length of a line of 16 bytes that comes {what}");
        equal(&what, length, Ok(16), look)?;
    }
    only_at_cr_lf()?;
    before_it_reads()?;
    with_what_came_before()?;
    however_long()
}

fn only_at_cr_lf() -> Outcome {
    let look = "A line ends at the first CR that has a LF right behind it, and nowhere else.";
    for (sent, expected) in [
        (&b"a\r\nb\r\n"[..], 3),
        (b"a\nb\rc\r\nd", 7),
        (b"a\r\r\n", 4),
        (b"\r\n", 2),
    ] {
        let length = read(&mut Client::sends(&[Bytes(sent)]), later(), &mut Vec::new());
        let what = format!(
            "the length of the first line in \"{}\"",
            sent.escape_ascii()
        );
        equal(&what, length, Ok(expected), look)?;
    }
    let mut client = Client::sends(&[Bytes(b"caf\xe9 \xff\r\n")]);
    let look = "These bytes are no text in UTF-8, and a client may send any. Count bytes, and look \
                for bytes.";
    equal(
        r#"the length of the line "caf\xe9 \xff\r\n""#,
        read(&mut client, later(), &mut Vec::new()),
        Ok(8),
        look,
    )
}

fn before_it_reads() -> Outcome {
    let look = "Look before you read, and before you look at the clock: who waits for a client that \
                has said it all?";
    for (deadline, when) in [
        (later(), "if no more will come"),
        (Instant::now(), "if it is late"),
    ] {
        let mut received = b"GET / HTTP/1.1\r\n".to_vec();
        let mut client = Client::sends(&[]);
        let length = read(&mut client, deadline, &mut received);
        let what = "the length of a line of 16 bytes that has been received before";
        equal(&format!("{what}, {when}"), length, Ok(16), look)?;
        let what = "how often it reads, if a whole line has been received before";
        equal(what, client.reads, 0, look)?;
    }
    Ok(())
}

fn with_what_came_before() -> Outcome {
    let mut received = b"GET /\r".to_vec();
    let length = read(&mut Client::sends(&[Bytes(b"\n")]), later(), &mut received);
    equal(
        "the length of the line, when its CR was in `received` before, and the LF comes",
        length,
        Ok(7),
        "What came in an earlier call is the beginning of the line. Where do you look for its end?",
    )
}

fn however_long() -> Outcome {
    let mut client = Client::sends(&[Bytes(&[b'a'; LONG]), Bytes(b"\r\n")]);
    equal(
        &format!("the length of a line of {} bytes", LONG + 2),
        read(&mut client, later(), &mut Vec::new()),
        Ok(LONG + 2),
        "Nothing was said of a longest line. A buffer is for one read: what if the line does not fit?",
    )?;
    let mut received = vec![b'a'; LONGER];
    equal(
        &format!("the length of the line, when {LONGER} bytes were in `received`, and CR LF comes"),
        read(
            &mut Client::sends(&[Bytes(b"\r\n")]),
            later(),
            &mut received,
        ),
        Ok(LONGER + 2),
        "Nothing was said of a longest line, however many calls it comes in.",
    )
}
