//! What a right answer to exercise 01a does.

use std::io::{self, ErrorKind};
use std::net::TcpListener;
use std::time::Duration;

use trial::{Check, Outcome, equal, within};

use super::exercise::first_free;

const LIMIT: Duration = Duration::from_secs(3);

const STUCK: &str = "`first_free` does not return. A range has an end: does the loop come to it?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_port_in_use_is_skipped",
        misconception: "`?` passes every error on, this one too",
        run: || bounded(a_port_in_use_is_skipped),
    },
    Check {
        name: "no_other_error_is_skipped",
        misconception: "an error means that the port is in use",
        run: || bounded(no_other_error_is_skipped),
    },
    Check {
        name: "what_was_bound_is_what_comes_back",
        misconception: "what was free a moment ago is still free",
        run: || bounded(what_was_bound_is_what_comes_back),
    },
    Check {
        name: "a_full_range_says_in_use",
        misconception: "an error is a text, and its kind does not matter",
        run: a_full_range_says_in_use,
    },
    Check {
        name: "an_empty_range_is_an_error",
        misconception: "a loop runs at least once",
        run: || bounded(an_empty_range_is_an_error),
    },
];

fn bounded(check: fn() -> Outcome) -> Outcome {
    within(LIMIT, STUCK, check)?
}

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

fn a_port_in_use_is_skipped() -> Outcome {
    let look = "Where does an error of `bind` go: to the next port, or to the caller?";
    let last = "Is the last port of the range tried, too? `..=` means that it belongs to it.";
    for (free, look) in [(8000, look), (8001, look), (8003, last)] {
        let came = first_free(8000..=8003, |port| match port {
            port if port >= free => Ok(Listener(port)),
            _ => in_use(),
        });
        equal(
            &format!("of 8000..=8003 all before {free} are in use, and the others are free"),
            summary(came),
            Ok(free),
            look,
        )?;
    }
    Ok(())
}

fn no_other_error_is_skipped() -> Outcome {
    use ErrorKind::{AddrNotAvailable, Other, PermissionDenied};
    for kind in [PermissionDenied, AddrNotAvailable, Other] {
        let mut tried = Vec::new();
        let came = first_free(80..=90, |port| {
            tried.push(port);
            match port {
                80 => Err(io::Error::new(kind, "not this one")),
                _ => Ok(Listener(port)),
            }
        });
        let text = came.as_ref().err().map(ToString::to_string);
        let came = summary(came);
        let kinds = format!("`bind` refused port 80: {kind:?}; it was called for {tried:?}");
        let look = "Whoever asked for port 80 should hear that they cannot have it. Which kind of \
                    error\n  says that it is worth trying another port? There are too many others \
                    for a list.";
        equal(&kinds, came, Err(kind), look)?;
        let what = "`bind` refused port 80, and said why; what does the error say that comes back?";
        let look = "Is it the error that came, or a new one that knows only the kind?";
        equal(what, text.as_deref(), Some("not this one"), look)?;
    }
    Ok(())
}

fn what_was_bound_is_what_comes_back() -> Outcome {
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
         in between. Can you return the one that you have?",
    )
}

/// No `u16` comes after the last port of this range.
fn a_full_range_says_in_use() -> Outcome {
    let taken = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let address = taken.local_addr().map_err(|error| error.to_string())?;
    let full = move || first_free(65_534..=65_535, |_| TcpListener::bind(address));
    let came = within(LIMIT, STUCK, full).map_err(|why| {
        format!(
            "The range 65534..=65535 has two ports, and both are in use.\n  {why}\n  65535 is the \
             largest `u16`. Is there a `+ 1` after the last port? A `for` needs none."
        )
    })?;
    equal(
        "each port of the range is in use; what kind of error comes back?",
        came.map(|_| "a listener").map_err(|error| error.kind()),
        Err(ErrorKind::AddrInUse),
        "The caller chooses its advice by the kind of the error, and not by its text.",
    )
}

fn an_empty_range_is_an_error() -> Outcome {
    let (first, last) = (8010, 8000);
    let came = summary(first_free(first..=last, |port| Ok(Listener(port))));
    let look = "What does the function return if its loop never runs?";
    let expected = Err(ErrorKind::InvalidInput);
    equal("the range 8010..=8000 has no port", came, expected, look)
}
