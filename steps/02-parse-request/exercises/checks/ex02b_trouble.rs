//! Where a head ends, and what a client may do that ends in none. Three of the checks of exercise 02b.

use std::io::{self, BufReader, ErrorKind};
use std::time::Duration;

use trial::{Outcome, ensure, equal, within};

use super::super::exercise::HeadError;
use super::{Answers, HEAD, head, read, summary, trouble};

pub fn a_client_that_hangs_up_sent_no_head() -> Outcome {
    let look = "The last line may be missing, and nobody knows what was in it. What says that a \
                head is whole?";
    let exact = "A head ends with CR LF CR LF: these four bytes, and no other line that looks \
                 empty. Whoever\n  ends it elsewhere reads another request than the next server.";
    let cr = "A CR that does not fit ends nothing. But it may be the first byte of CR LF CR LF. \
              Where does\n  your counting begin again?";
    let first = "All up to the first CR LF CR LF belongs to the head, whatever it begins with. \
                 Who decides\n  what is in front of it?";
    for (sent, head, look) in [
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
    ] {
        let expected = summary(head.map(Vec::from).ok_or(HeadError::Closed));
        let what = format!("a client sends {sent:?} and hangs up");
        equal(&what, read(sent.as_bytes(), 1000), expected, look)?;
    }
    Ok(())
}

pub fn a_client_without_end_is_too_long() -> Outcome {
    let one_less = read(HEAD.as_bytes(), HEAD.len() - 1);
    let mut reader = BufReader::with_capacity(100, io::Read::take(io::repeat(b'a'), 1_000_000));
    let came = read(&mut reader, 1000);
    let taken = 1_000_000 - reader.get_ref().limit();
    let why = format!(
        "The limit is 1000 bytes, and {taken} were taken from a client that sends no line end.\n  A \
         limit that is looked at after each line is none. When may a line end be waited for?"
    );
    ensure(taken <= 1100, || why)?;
    let whole = "The blank line is a part of the head, and its four bytes count. And can you still\n  \
                 tell the limit from the end of the stream?";
    let what = "a head that is one byte longer than the limit";
    is_too_long(what, one_less, whole)?;
    let end = "Can you still tell the limit from the end of the stream?";
    is_too_long("a million bytes without a blank line", came, end)?;
    the_limit_is_the_end()?;
    // Nobody has so much memory. The panic of whoever asks for it is told below.
    let endless = || read(HEAD.as_bytes(), usize::MAX);
    let came = within(Duration::from_secs(1), "It does not return.", endless);
    let what = "a limit that is as good as none, `usize::MAX`";
    let look = "A limit says how much may come, and not how much does. And a number may have no \
                room for one more.";
    equal(what, came, Ok(head()), look)
}

fn is_too_long(what: &str, came: String, look: &str) -> Outcome {
    equal(what, came, summary(Err(HeadError::TooLong)), look)
}

fn the_limit_is_the_end() -> Outcome {
    let silent = ("is silent", Err(ErrorKind::TimedOut));
    let gone = ("hangs up", Ok(""));
    let ten = "0123456789";
    for (sent, (then, last)) in [(ten, silent), (ten, gone), ("", silent), ("", gone)] {
        let limit = sent.len();
        let first = (limit > 0).then_some(Ok(sent));
        let answers = [last].into_iter().chain(first).collect();
        let what = format!(
            "the limit is {limit} bytes; a client sends {limit} without a blank line, and then {then}"
        );
        let look =
            "The limit is reached. What is there to wait for? Look at it before the next read.";
        is_too_long(&what, read(BufReader::new(Answers(answers)), limit), look)?;
    }
    Ok(())
}

pub fn only_an_interrupted_read_is_tried_again() -> Outcome {
    let signals = [Err(ErrorKind::Interrupted); 20];
    let [line, host] = ["GET / HTTP/1.1\r\n", "Host: a\r\n\r\n"].map(Ok);
    let look = "An interrupted read has read nothing and may be asked again. Of all other \
                errors the caller must hear.";
    let answers = [&[host], &signals[..], &[line], &signals].concat();
    let came = read(BufReader::new(Answers(answers)), 1000);
    equal("twenty signals interrupt each read", came, head(), look)?;

    let late = "So says a read when the client was silent for as long as the stream allows. \
                Whoever asks\n  again takes the time limit away from the caller.";
    for (kind, look) in [
        (ErrorKind::ConnectionReset, look),
        (ErrorKind::ConnectionAborted, look),
        (ErrorKind::BrokenPipe, look),
        (ErrorKind::UnexpectedEof, look),
        (ErrorKind::WouldBlock, late),
        (ErrorKind::TimedOut, late),
    ] {
        for (which, before) in [("first", &[][..]), ("second", &[line])] {
            let answers = [&[host, Err(kind)], before].concat();
            let came = read(BufReader::new(Answers(answers)), 1000);
            let expected = summary(Err(HeadError::Io(trouble(kind))));
            let what = format!("the {which} read ends with {kind:?}");
            equal(&what, came, expected, look)?;
        }
    }
    Ok(())
}
