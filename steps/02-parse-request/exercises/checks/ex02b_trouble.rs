//! What a client may do that ends in no head. Two of the checks of exercise 02b.

use std::io::{self, BufReader, ErrorKind};

use trial::{Outcome, ensure, equal, within};

use super::super::exercise::{HeadError, read_head};
use super::client::{Answers, summary, trouble};
use super::{HEAD, LIMIT, STUCK, head};

pub fn a_client_without_end_is_too_long() -> Outcome {
    let one_less = read_head(&mut HEAD.as_bytes(), HEAD.len() - 1);
    let mut reader = BufReader::with_capacity(100, io::Read::take(io::repeat(b'a'), 1_000_000));
    let came = read_head(&mut reader, 1000);
    let taken = 1_000_000 - reader.get_ref().limit();
    ensure(taken <= 1100, || {
        format!(
            "The limit is 1000 bytes, and {taken} were taken from a client that sends no line \
             end.\n  A limit that is looked at after each line is none. When may a line end \
             be waited for?"
        )
    })?;
    let too_long = || summary(Err(HeadError::TooLong));
    let whole = "The blank line is a part of the head, and its four bytes count. And can you still\n  \
                 tell the limit from the end of the stream?";
    let end = "Can you still tell the limit from the end of the stream?";
    for (what, came, look) in [
        (
            "a head that is one byte longer than the limit",
            one_less,
            whole,
        ),
        ("a million bytes without a blank line", came, end),
    ] {
        equal(what, summary(came), too_long(), look)?;
    }
    the_limit_is_the_end()?;
    // Nobody has so much memory.
    let came = within(LIMIT, STUCK, || {
        summary(read_head(&mut HEAD.as_bytes(), usize::MAX))
    });
    let look = "A limit says how much may come, and not how much does. And a number may have no room for \
                one more.";
    equal(
        "a limit that is as good as none, `usize::MAX`",
        came,
        Ok(head()),
        look,
    )
}

fn the_limit_is_the_end() -> Outcome {
    let silent = ("is silent", Err(ErrorKind::TimedOut));
    let gone = ("hangs up", Ok(""));
    let ten = "0123456789";
    for (sent, (then, last)) in [(ten, silent), (ten, gone), ("", silent), ("", gone)] {
        let limit = sent.len();
        let first = (limit > 0).then_some(Ok(sent));
        let answers = [last].into_iter().chain(first).collect();
        equal(
            &format!(
                "the limit is {limit} bytes; a client sends {limit} without a blank line, and then \
                 {then}"
            ),
            summary(read_head(&mut BufReader::new(Answers(answers)), limit)),
            summary(Err(HeadError::TooLong)),
            "The limit is reached. What is there to wait for? Look at it before the next read.",
        )?;
    }
    Ok(())
}

pub fn only_an_interrupted_read_is_tried_again() -> Outcome {
    let signal = Err(ErrorKind::Interrupted);
    let [line, host] = ["GET / HTTP/1.1\r\n", "Host: a\r\n\r\n"].map(Ok);
    let look = "An interrupted read has read nothing and may be asked again. Of all other \
                errors the caller must hear.";
    let signals = [signal; 20];
    let mut reader = BufReader::new(Answers([&[host], &signals[..], &[line], &signals].concat()));
    let came = summary(read_head(&mut reader, 1000));
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
            let came = summary(read_head(&mut BufReader::new(Answers(answers)), 1000));
            let expected = summary(Err(HeadError::Io(trouble(kind))));
            let what = format!("the {which} read ends with {kind:?}");
            equal(&what, came, expected, look)?;
        }
    }
    Ok(())
}
