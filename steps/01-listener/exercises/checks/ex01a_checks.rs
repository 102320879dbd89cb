//! What a right answer to exercise 01a does.

use std::io::{self, ErrorKind};

use trial::{Outcome, equal};

use super::exercise::first_free;

#[path = "ex01a_range.rs"]
mod range;
pub use range::*;

pub const STUCK: &str =
    "`first_free` does not return. A range has an end: does the loop come to it?";

/// A listener that is none: it knows its port.
#[derive(Debug, PartialEq)]
struct Listener(u16);

fn in_use<L>() -> io::Result<L> {
    Err(ErrorKind::AddrInUse.into())
}

/// The port, or what kind of error it was.
fn summary(came: io::Result<Listener>) -> Result<u16, ErrorKind> {
    came.map(|listener| listener.0)
        .map_err(|error| error.kind())
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
            port if port >= free => Ok(Listener(port)),
            _ => in_use(),
        });
        equal(&what, summary(came), Ok(free), look)?;
    }
    Ok(())
}

pub fn no_other_error_is_skipped() -> Outcome {
    use ErrorKind::{AddrNotAvailable, AlreadyExists, Interrupted, Other, PermissionDenied};
    let list = [
        PermissionDenied,
        AddrNotAvailable,
        AlreadyExists,
        Interrupted,
        Other,
    ];
    for refused in 80..=83 {
        for kind in list {
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
            _ => Ok(Listener(port)),
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
        let is_first = !tried.contains(&port);
        tried.push(port);
        match port {
            8000 if is_first => Ok(Listener(port)),
            _ => in_use(),
        }
    });
    let came = summary(came);
    equal(
        "port 8000 is free: what comes back, and for which ports was `bind` called?",
        (came, tried),
        (Ok(8000), vec![8000]),
        "Whoever drops a listener to bind the same port again gives others the chance to take it\n  \
         in between. Can you return the one that you have? And nobody needs another one.",
    )
}
