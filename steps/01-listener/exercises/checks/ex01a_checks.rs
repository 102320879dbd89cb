//! What a right answer to exercise 01a does.

use std::io::{self, ErrorKind};
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::exercise::first_free;

fn in_use() -> io::Result<u16> {
    Err(ErrorKind::AddrInUse.into())
}

/// The port, which is the listener here, or what kind of error it was.
fn summary(came: io::Result<u16>) -> Result<u16, ErrorKind> {
    came.map_err(|error| error.kind())
}

pub fn a_port_in_use_is_skipped() -> Outcome {
    let look = "Where does an error of `bind` go: to the next port, or to the caller?";
    let last = "Is the last port of the range tried, too? `..=` means that it belongs to it.";
    let one = "A range with one port is not empty. Where is it told from one that is?";
    let many = "The range ends where the caller says. Does anything else end the search?";
    let zero = "0 is a port of the range, too. What it means is for `bind` to say.";
    for (ports, free, look) in [
        (8000..=8003, 8000, look),
        (8000..=8003, 8001, look),
        (8000..=8003, 8003, last),
        (8000..=8000, 8000, one),
        (0..=65_535, 65_535, many),
        (0..=1, 0, zero),
    ] {
        let what = format!("of {ports:?} all before {free} are in use, and the others are free");
        let came = first_free(ports, |port| match port {
            port if port >= free => Ok(port),
            _ => in_use(),
        });
        equal(&what, summary(came), Ok(free), look)?;
    }
    Ok(())
}

pub fn no_other_error_is_skipped() -> Outcome {
    use ErrorKind::{AddrNotAvailable, AlreadyExists, Interrupted, Other, PermissionDenied};
    for refused in 80..=83 {
        is_not_skipped(refused, PermissionDenied)?;
        for kind in [AddrNotAvailable, AlreadyExists, Interrupted, Other] {
            is_not_skipped(refused, kind)?;
        }
    }
    Ok(())
}

/// All ports before the one that is refused are in use, and those behind it are free.
fn is_not_skipped(refused: u16, kind: ErrorKind) -> Outcome {
    let mut tried = Vec::new();
    let came = first_free(80..=83, |port| {
        tried.push(port);
        match port {
            port if port < refused => in_use(),
            port if port == refused => Err(io::Error::new(kind, "not this one")),
            _ => Ok(port),
        }
    });
    if !tried.is_empty() && !tried.contains(&refused) {
        return Ok(()); // why the search came to its end before, another check says
    }
    let text = came.as_ref().err().map(ToString::to_string);
    let what = format!("`bind` refused port {refused}: {kind:?}; what comes back?");
    let look = "Whoever asked for this port should hear that they cannot have it. Which kind of \
                error\n  says that it is worth trying another port? There are too many others for \
                a list.\n  And what was in use before it is no reason to say something else.";
    equal(&what, summary(came), Err(kind), look)?;
    let what = format!("`bind` refused port {refused} of 80..=83; for which ports was it called?");
    let look =
        "This error comes back at once. Each port before it is asked for once, and none after it.";
    equal(&what, tried, (80..=refused).collect(), look)?;
    let what = format!("`bind` refused port {refused}, and said why; what does the error say?");
    let look = "Is it the error that came, or a new one that knows only the kind?";
    equal(&what, text.as_deref(), Some("not this one"), look)
}

pub fn what_was_bound_is_what_comes_back() -> Outcome {
    let mut tried = Vec::new();
    // Between two calls for the same port, another program takes it.
    let came = first_free(8000..=8002, |port| {
        tried.push(port);
        match tried.iter().filter(|tried| **tried == 8000).count() {
            1 if port == 8000 => Ok(port),
            _ => in_use(),
        }
    });
    let came = (summary(came), tried);
    let what = "port 8000 is free: what comes back, and for which ports was `bind` called?";
    let look = "Whoever drops a listener to bind the same port again gives others the chance to take it\n  \
                in between. Can you return the one that you have? And nobody needs another one.";
    equal(what, came, (Ok(8000), vec![8000]), look)
}

/// No `u16` comes after the last port of the first range.
pub fn a_full_range_says_in_use() -> Outcome {
    let full = || summary(first_free(65_534..=65_535, |_| in_use()));
    // Sooner than the whole check is given up.
    let stuck = "`first_free` does not return. A range has an end: does the loop come to it?";
    let full = within(Duration::from_secs(1), stuck, full).map_err(|why| {
        format!(
            "The range 65534..=65535 has two ports, and both are in use.\n  {why}\n  65535 is the \
             largest `u16`. Is there a `+ 1` after the last port? A `for` needs none."
        )
    })?;
    says_in_use("each port of the range is in use", full)?;
    let mut is_tried = false;
    let one = first_free(8000..=8000, |_| {
        is_tried = true;
        in_use()
    });
    match is_tried {
        true => says_in_use("the one port of 8000..=8000 is in use", summary(one)),
        false => Ok(()), // whether a range with one port is empty, another check says
    }
}

fn says_in_use(when: &str, came: Result<u16, ErrorKind>) -> Outcome {
    let what = format!("{when}; what kind of error comes back?");
    let look = "The caller chooses its advice by the kind of the error, and not by its text.";
    equal(&what, came, Err(ErrorKind::AddrInUse), look)
}

pub fn an_empty_range_is_an_error() -> Outcome {
    let (first, last) = (8010, 8000);
    let came = summary(first_free(first..=last, Ok));
    let look = "What does the function return if its loop never runs?";
    let expected = Err(ErrorKind::InvalidInput);
    equal("the range 8010..=8000 has no port", came, expected, look)
}
