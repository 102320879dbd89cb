//! Where a line ends, and when that is seen.

use std::time::Instant;

use trial::{Outcome, equal};

use super::client::Client;
use super::client::Next::Text;
use super::reading::{later, read};

pub fn a_line_is_found_wherever_it_is_cut() -> Outcome {
    let whole = [Text("GET / HTTP/1.1\r\n")];
    let cut = [Text("GET /"), Text(" HTTP/1.1\r"), Text("\n")];
    let look = "Its CR LF may come in two pieces. Where do you look for it?";
    for (pieces, what) in [(&whole[..], "in one piece"), (&cut[..], "in three pieces")] {
        let mut received = Vec::new();
        let length = read(&mut Client::sends(pieces), later(), &mut received);
        let what = format!("the length of a line of 16 bytes that comes {what}");
        equal(&what, length, Ok(16), look)?;
    }
    only_at_cr_lf()?;
    before_it_reads()
}

fn only_at_cr_lf() -> Outcome {
    let look = "A line ends at the first CR that has a LF right behind it, and nowhere else.";
    for (sent, expected) in [
        ("a\r\nb\r\n", 3),
        ("a\nb\rc\r\nd", 7),
        ("a\r\r\n", 4),
        ("\r\n", 2),
    ] {
        let length = read(&mut Client::sends(&[Text(sent)]), later(), &mut Vec::new());
        let what = format!("the length of the first line in {sent:?}");
        equal(&what, length, Ok(expected), look)?;
    }
    Ok(())
}

fn before_it_reads() -> Outcome {
    for (deadline, when) in [
        (later(), "if no more will come"),
        (Instant::now(), "if it is late"),
    ] {
        let mut received = b"GET / HTTP/1.1\r\n".to_vec();
        equal(
            &format!("the length of a line of 16 bytes that has been received before, {when}"),
            read(&mut Client::sends(&[]), deadline, &mut received),
            Ok(16),
            "Look before you read, and before you look at the clock: who waits for a client that has \
             said it all?",
        )?;
    }
    Ok(())
}
