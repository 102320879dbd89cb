//! Ranges in which no port is free. Two of the checks of exercise 01a.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::super::exercise::first_free;
use super::{Listener, STUCK, in_use, summary};

/// No `u16` comes after the last port of this range.
pub fn a_full_range_says_in_use() -> Outcome {
    let taken = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let address = taken.local_addr().map_err(|error| error.to_string())?;
    let full = move || first_free(65_534..=65_535, |_| TcpListener::bind(address));
    // Sooner than the whole check is given up.
    let came = within(Duration::from_secs(1), STUCK, full).map_err(|why| {
        format!(
            "The range 65534..=65535 has two ports, and both are in use.\n  {why}\n  65535 is the \
             largest `u16`. Is there a `+ 1` after the last port? A `for` needs none."
        )
    })?;
    let came = came.map(|_| "a listener").map_err(|error| error.kind());
    says_in_use("each port of the range is in use", came)?;
    let mut is_tried = false;
    let came = first_free(8000..=8000, |_| {
        is_tried = true;
        in_use::<Listener>()
    });
    let came = came.map(|_| "a listener").map_err(|error| error.kind());
    // Whether a range with one port is empty, another check says.
    if is_tried {
        says_in_use("the one port of 8000..=8000 is in use", came)?;
    }
    Ok(())
}

fn says_in_use(when: &str, came: Result<&str, ErrorKind>) -> Outcome {
    let what = format!("{when}; what kind of error comes back?");
    let look = "The caller chooses its advice by the kind of the error, and not by its text.";
    equal(&what, came, Err(ErrorKind::AddrInUse), look)
}

pub fn an_empty_range_is_an_error() -> Outcome {
    let (first, last) = (8010, 8000);
    let came = summary(first_free(first..=last, |port| Ok(Listener(port))));
    let look = "What does the function return if its loop never runs?";
    let expected = Err(ErrorKind::InvalidInput);
    equal("the range 8010..=8000 has no port", came, expected, look)
}
