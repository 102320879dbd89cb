//! What a right answer to exercise 03b does.

use std::time::{Duration, SystemTime};

use trial::{Outcome, equal};

use super::exercise::http_date;

#[path = "ex03b_range.rs"]
mod range;
pub use range::*;

#[path = "ex03b_years.rs"]
mod years;
pub use years::*;

const DAY: u64 = 86_400;

/// The date of this many seconds after 1970 began.
fn date(seconds: u64) -> Result<String, String> {
    http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).ok_or_else(|| {
        format!("{seconds} seconds after 1970 began must have a date, and has None.")
    })
}

/// What comes after the weekday.
fn rest(date: &str) -> String {
    date.chars().skip(3).collect()
}

pub fn a_date_has_the_form_of_the_rfc() -> Outcome {
    let look = "Weekday, two digits for the day, month, four for the year, two for each part of the \
                time, GMT. Also where one digit would do.";
    let cases = [
        (0, ", 01 Jan 1970 00:00:00 GMT"),
        (784_111_777, ", 06 Nov 1994 08:49:37 GMT"),
        (946_684_799, ", 31 Dec 1999 23:59:59 GMT"),
    ];
    for (seconds, expected) in cases {
        let what = format!("{seconds} seconds after 1970 began, behind the weekday");
        equal(&what, rest(&date(seconds)?), expected.to_string(), look)?;
    }
    Ok(())
}

pub fn the_weekday_is_right() -> Outcome {
    let week = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    for (day, expected) in (0..3_000).zip(week.iter().cycle()) {
        let date = date(day * DAY + DAY / 2)?;
        let what = format!("the weekday of {date:?}, {day} days after 1970 began");
        let came: String = date.chars().take(3).collect();
        let look = "Which weekday was the first one? 1970-01-01 was a Thursday.";
        equal(&what, came, expected.to_string(), look)?;
    }
    Ok(())
}

pub fn parts_of_a_second_are_left_out() -> Outcome {
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(784_147_737_900);
    let came = http_date(time).and_then(|date| date.split_whitespace().nth(4).map(str::to_string));
    let look =
        "It has been second 57 for 900 milliseconds, and is not 58 yet. A clock does not round.";
    let what = "the time of day at 18:48:57.9";
    equal(what, came, Some("18:48:57".to_string()), look)
}
