//! What a right answer to exercise 01a does.

use std::io::{self, ErrorKind};
use std::net::TcpListener;

use trial::{Check, Outcome, ensure, equal};

use super::exercise::first_free;

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_port_in_use_is_skipped",
        misconception: "`?` passes every error on, this one too",
        run: a_port_in_use_is_skipped,
    },
    Check {
        name: "no_other_error_is_skipped",
        misconception: "an error means that the port is in use",
        run: no_other_error_is_skipped,
    },
    Check {
        name: "what_was_bound_is_what_comes_back",
        misconception: "what was free a moment ago is still free",
        run: what_was_bound_is_what_comes_back,
    },
    Check {
        name: "a_full_range_says_in_use",
        misconception: "an error is a text, and its kind does not matter",
        run: a_full_range_says_in_use,
    },
    Check {
        name: "an_empty_range_is_an_error",
        misconception: "a loop runs at least once",
        run: an_empty_range_is_an_error,
    },
];

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
    for free in [8000, 8001, 8003] {
        let came = first_free(8000..=8003, |port| match port {
            port if port >= free => Ok(Listener(port)),
            _ => in_use(),
        });
        equal(
            &format!("of 8000..=8003 all before {free} are in use, and the others are free"),
            summary(came),
            Ok(free),
            "Where does an error of `bind` go: to the next port, or to the caller?",
        )?;
    }
    Ok(())
}

fn no_other_error_is_skipped() -> Outcome {
    let mut tried = Vec::new();
    let came = first_free(80..=90, |port| {
        tried.push(port);
        match port {
            80 => Err(ErrorKind::PermissionDenied.into()),
            _ => Ok(Listener(port)),
        }
    });
    let came = summary(came);
    ensure(came == Err(ErrorKind::PermissionDenied), || {
        format!(
            "`bind` refused port 80: {:?}. That should be what comes back.\n  came:     {came:?}, \
             after trying {tried:?}\n  Whoever asked for port 80 should hear that they may not have \
             it. Which kind of error\n  says that it is worth trying another port?",
            ErrorKind::PermissionDenied
        )
    })
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
    ensure(came == Ok(8000) && tried == [8000], || {
        format!(
            "Port 8000 is free, so it should be bound, once, and come back.\n  bound:    \
             {tried:?}\n  came:     {came:?}\n  Whoever drops a listener to bind the same \
             port again gives others the chance to\n  take it in between. Can you return the one \
             that you have?"
        )
    })
}

fn a_full_range_says_in_use() -> Outcome {
    let taken = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let port = taken
        .local_addr()
        .map_err(|error| error.to_string())?
        .port();
    let came = first_free(port..=port, |port| TcpListener::bind(("127.0.0.1", port)));
    equal(
        "the only port of the range is in use; what kind of error comes back?",
        came.map(|_| "a listener").map_err(|error| error.kind()),
        Err(ErrorKind::AddrInUse),
        "The caller chooses its advice by the kind of the error, and not by its text.",
    )
}

fn an_empty_range_is_an_error() -> Outcome {
    let (first, last) = (8010, 8000);
    let came = first_free(first..=last, |port| Ok(Listener(port)));
    equal(
        "the range 8010..=8000 has no port at all",
        summary(came),
        Err(ErrorKind::InvalidInput),
        "What does the function return if its loop never runs?",
    )
}
