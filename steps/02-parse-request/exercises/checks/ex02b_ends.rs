//! Where a head ends, and what may be in it. Two of the checks of exercise 02b.

use trial::{Outcome, equal};

use super::super::exercise::{HeadError, read_head};
use super::HEAD;
use super::client::summary;

/// What is sent, which head that is, if it is one, and where to look.
type Case = (&'static str, Option<&'static str>, &'static str);

pub fn a_client_that_hangs_up_sent_no_head() -> Outcome {
    let look = "The last line may be missing, and nobody knows what was in it. What says that a \
                head is whole?";
    let exact = "A head ends with CR LF CR LF: these four bytes, and no other line that looks \
                 empty. Whoever\n  ends it elsewhere reads another request than the next server.";
    let cr = "A CR that does not fit ends nothing. But it may be the first byte of CR LF CR LF. \
              Where does\n  your counting begin again?";
    let first = "All up to the first CR LF CR LF belongs to the head, whatever it begins with. \
                 Who decides\n  what is in front of it?";
    ends(&[
        ("", None, look),
        ("GET / HTTP/1.1\r\nHost: a\r\n", None, look),
        ("GET / HTTP/1.1\n\r\n", None, exact),
        ("GET / HTTP/1.1\n\n", None, exact),
        ("\r\n", None, exact),
        ("A\n\r\n\r", None, exact),
        ("A\r\r\n\n", None, exact),
        ("A\n\n\n\n", None, exact),
        ("A\r\r\n\r\nb", Some("A\r\r\n\r\n"), cr),
        ("A\r\n\r\r\n\r\nb", Some("A\r\n\r\r\n\r\n"), cr),
        ("\r\n\r\nA", Some("\r\n\r\n"), first),
        ("\r\nA\r\n\r\n", Some("\r\nA\r\n\r\n"), first),
    ])
}

fn ends(cases: &[Case]) -> Outcome {
    for (sent, head, look) in cases {
        let expected = head.map(Vec::from).ok_or(HeadError::Closed);
        equal(
            &format!("a client sends {sent:?} and hangs up"),
            summary(read_head(&mut sent.as_bytes(), 1000)),
            summary(expected),
            look,
        )?;
    }
    Ok(())
}

/// The byte 0xff is in no text, and a NUL is in few.
pub fn a_head_need_not_be_text() -> Outcome {
    for (byte, what, look) in [
        (
            0xff,
            "a head with a byte in it that is no UTF-8",
            "The result is a `Vec<u8>`: any byte may be in it. Is the head a `String` on its way? \
             `read_line`\n  reads nothing but text.",
        ),
        (
            0,
            "a head with a NUL in it",
            "It is a byte like any other. The end of the stream is an empty piece, and no byte \
             says it.",
        ),
    ] {
        let mut sent = Vec::from(HEAD);
        sent.splice(4..4, [b'/', byte, b' ']);
        let came = read_head(&mut sent.as_slice(), 1000);
        equal(what, summary(came), summary(Ok(sent)), look)?;
    }
    Ok(())
}
