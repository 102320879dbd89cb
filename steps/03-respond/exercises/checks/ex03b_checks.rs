//! What a right answer to exercise 03b does.

use std::time::{Duration, SystemTime};

use trial::{Check, Outcome, equal, within};

use super::exercise::http_date;

const DAY: u64 = 86_400;
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

const LENGTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const LIMIT: Duration = Duration::from_secs(3);

const STUCK: &str = "It does not return. What ends your loop, if the year is far away?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_date_has_the_form_of_the_rfc",
        misconception: "a number is written with as many digits as it needs",
        run: || bounded(a_date_has_the_form_of_the_rfc),
    },
    Check {
        name: "the_weekday_is_right",
        misconception: "time began on a Sunday",
        run: || bounded(the_weekday_is_right),
    },
    Check {
        name: "each_year_has_its_days",
        misconception: "every fourth year is a leap year",
        run: || bounded(each_year_has_its_days),
    },
    Check {
        name: "parts_of_a_second_are_left_out",
        misconception: "the nearest second is the second that it is",
        run: || bounded(parts_of_a_second_are_left_out),
    },
    Check {
        name: "a_time_out_of_range_is_none",
        misconception: "the clock of a computer is never wrong",
        run: || bounded(a_time_out_of_range_is_none),
    },
];

fn bounded(check: fn() -> Outcome) -> Outcome {
    within(LIMIT, STUCK, check)?
}

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

/// Day, month and year, as numbers and a name, so that the form does not matter here.
fn parts(date: &str) -> Option<(u64, &str, u64)> {
    let mut words = date.split_whitespace().skip(1);
    let day = words.next()?.parse().ok()?;
    Some((day, words.next()?, words.next()?.parse().ok()?))
}

fn each_year_has_its_days() -> Outcome {
    let mut days = 0;
    for year in 1970..=2104 {
        let look = match year {
            1970..=2000 => "Is 2000 a leap year? A year that divides by 400 is one.",
            2001..=2100 => {
                "Is 2100 a leap year? A year that divides by 100, and not by 400, is none."
            }
            _ => "Which years have a day more?",
        };
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (month, length) in MONTHS.into_iter().zip(LENGTHS) {
            let length = length + u64::from(is_leap && month == "Feb");
            for day in [1, length] {
                let date = date((days + day - 1) * DAY + DAY / 2)?;
                let what = format!("day, month and year of {date:?}");
                equal(&what, parts(&date), Some((day, month, year)), look)?;
            }
            days += length;
        }
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

fn a_time_out_of_range_is_none() -> Outcome {
    let epoch = SystemTime::UNIX_EPOCH;
    let look = "`duration_since` returns an error for such a time. What becomes of that error?";
    for before in [Duration::from_nanos(100), Duration::from_secs(86_400 * 365)] {
        let what = format!("a clock that is wrong, {before:?} before 1970");
        equal(&what, http_date(epoch - before), None, look)?;
    }
    let in_9999 = 253_402_300_800 - 180 * DAY;
    let date = date(in_9999)?;
    let year = parts(&date).map(|(_, _, year)| year);
    equal(
        "the year of a time in 9999",
        year,
        Some(9999),
        "It is in range. Do so many seconds fit into your number? Into 32 bits they do until 2106.",
    )?;
    let look = "The form has four digits for the year.";
    let after = http_date(epoch + Duration::from_secs(in_9999 + 360 * DAY));
    equal("a time in the year 10000", after, None, look)
}
