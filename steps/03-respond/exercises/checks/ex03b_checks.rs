//! What a right answer to exercise 03b does.

use std::time::{Duration, SystemTime};

use trial::{Check, Outcome, equal, within_work};

use super::exercise::http_date;

#[path = "ex03b_range.rs"]
mod range;
use range::{a_time_out_of_range_is_none, far_clocks_have_none};

#[path = "ex03b_years.rs"]
mod years;
use years::each_year_has_its_days;

const DAY: u64 = 86_400;

const STUCK: &str = "It does not return. What ends your loop, if the year is far away?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_date_has_the_form_of_the_rfc",
        misconception: "a number is written with as many digits as it needs",
        run: || within_work(STUCK, a_date_has_the_form_of_the_rfc),
    },
    Check {
        name: "the_weekday_is_right",
        misconception: "time began on a Sunday",
        run: || within_work(STUCK, the_weekday_is_right),
    },
    Check {
        name: "each_year_has_its_days",
        misconception: "every fourth year is a leap year",
        run: || within_work(STUCK, each_year_has_its_days),
    },
    Check {
        name: "parts_of_a_second_are_left_out",
        misconception: "the nearest second is the second that it is",
        run: || within_work(STUCK, parts_of_a_second_are_left_out),
    },
    Check {
        name: "a_time_out_of_range_is_none",
        misconception: "the clock of a computer is never wrong",
        run: || {
            within_work(STUCK, a_time_out_of_range_is_none)?;
            within_work(STUCK, far_clocks_have_none)
        },
    },
];

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

fn a_date_has_the_form_of_the_rfc() -> Outcome {
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

fn the_weekday_is_right() -> Outcome {
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

fn parts_of_a_second_are_left_out() -> Outcome {
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(784_147_737_900);
    let came = http_date(time).and_then(|date| date.split_whitespace().nth(4).map(str::to_string));
    let look =
        "It has been second 57 for 900 milliseconds, and is not 58 yet. A clock does not round.";
    let what = "the time of day at 18:48:57.9";
    equal(what, came, Some("18:48:57".to_string()), look)
}
