//! What a right answer to exercise 03b does.

use std::time::{Duration, UNIX_EPOCH};

use trial::{Outcome, equal};

use super::exercise::http_date;

const DAY: u64 = 86_400;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const LENGTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// When the year 10000 begins.
const YEAR_10000: u64 = 253_402_300_800;

/// The date of this many seconds after 1970 began.
fn date(seconds: u64) -> Result<String, String> {
    let why = format!("{seconds} seconds after 1970 began must have a date, and has None.");
    http_date(UNIX_EPOCH + Duration::from_secs(seconds)).ok_or(why)
}

/// Day, month and year, as numbers and a name, so that the form does not matter here.
fn parts(date: Result<String, String>) -> Option<(u64, String, u64)> {
    let date = date.ok()?;
    let mut words = date.split_whitespace().skip(1);
    let day = words.next()?.parse().ok()?;
    Some((day, words.next()?.to_string(), words.next()?.parse().ok()?))
}

pub fn a_date_has_the_form_of_the_rfc() -> Outcome {
    let look = "Weekday, two digits for the day, month, four for the year, two for each part of \
                the time, GMT. Also where one digit would do.";
    for (seconds, expected) in [
        (0, ", 01 Jan 1970 00:00:00 GMT"),
        (784_111_777, ", 06 Nov 1994 08:49:37 GMT"),
        (946_684_799, ", 31 Dec 1999 23:59:59 GMT"),
    ] {
        let rest: String = date(seconds)?.chars().skip(3).collect();
        let what = format!("{seconds} seconds after 1970 began, behind the weekday");
        equal(&what, rest.as_str(), expected, look)?;
    }
    Ok(())
}

pub fn the_weekday_is_right() -> Outcome {
    let week = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    for (day, expected) in (0..3_000).zip(week.into_iter().cycle()) {
        let date = date(day * DAY + DAY / 2)?;
        let what = format!("the weekday of {date:?}, {day} days after 1970 began");
        let came: String = date.chars().take(3).collect();
        let look = "Which weekday was the first one? 1970-01-01 was a Thursday.";
        equal(&what, came.as_str(), expected, look)?;
    }
    Ok(())
}

pub fn parts_of_a_second_are_left_out() -> Outcome {
    let time = UNIX_EPOCH + Duration::from_millis(784_147_737_900);
    let date = http_date(time).unwrap_or_default();
    let look =
        "It has been second 57 for 900 milliseconds, and is not 58 yet. A clock does not round.";
    let came = date.split_whitespace().nth(4);
    let what = "the time of day at 18:48:57.9";
    equal(what, came, Some("18:48:57"), look)
}

/// Where to look if the days of a month are wrong. Not each month of each year is asked for: who walks
/// there day by day is right as well, and has far to go.
fn where_to_look(year: u64, month: &str) -> Option<&'static str> {
    Some(match year {
        1970..=1973 | 1999..=2001 => "Is 2000 a leap year? A year that divides by 400 is one.",
        2096..=2100 => "Is 2100 a leap year? A year that divides by 100, and not by 400, is none.",
        2101..=2104 => "Which years have a day more?",
        2200 | 2400 | 3000 | 4000 if ["Feb", "Mar"].contains(&month) => {
            "Which of 2200, 2400, 3000 and 4000 are leap years? 2000 and 2100 are examples of the \
             rule, and not\n  the rule: what divides by 100 is none, unless it divides by 400."
        }
        _ => return None,
    })
}

pub fn each_year_has_its_days() -> Outcome {
    let mut days = 0;
    for year in 1970..=4000 {
        // Whether so many seconds fit into a number, another check says.
        if year == 2105 && year_in_9999() != Some(9999) {
            break;
        }
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (month, length) in MONTHS.into_iter().zip(LENGTHS) {
            let length = length + u64::from(is_leap && month == "Feb");
            if let Some(look) = where_to_look(year, month) {
                for day in [1, length] {
                    let date = date((days + day - 1) * DAY + DAY / 2)?;
                    let what = format!("day, month and year of {date:?}");
                    let expected = Some((day, month.to_string(), year));
                    equal(&what, parts(Ok(date)), expected, look)?;
                }
            }
            days += length;
        }
    }
    Ok(())
}

fn year_in_9999() -> Option<u64> {
    parts(date(YEAR_10000 - 180 * DAY)).map(|(_, _, year)| year)
}

pub fn a_time_out_of_range_is_none() -> Outcome {
    let look = "`duration_since` returns an error for such a time. What becomes of that error?";
    for before in [Duration::from_nanos(100), Duration::from_secs(86_400 * 365)] {
        let what = format!("a clock that is wrong, {before:?} before 1970");
        equal(&what, http_date(UNIX_EPOCH - before), None, look)?;
    }
    let look =
        "It is in range. Do so many seconds fit into your number? Into 32 bits they do until 2106.";
    let what = "the year of a time in 9999";
    equal(what, year_in_9999(), Some(9999), look)?;
    let look = "The form has four digits for the year.";
    let after = http_date(UNIX_EPOCH + Duration::from_secs(YEAR_10000 + 180 * DAY));
    equal("a time in the year 10000", after, None, look)?;
    the_last_second_has_a_date()?;
    // 2^32 days, and the last second that fits into 63 bits. Not every system has a clock for them.
    let look = "It is long after the year 9999. Where does a number of yours have no room for it?";
    for seconds in [DAY << 32, i64::MAX as u64] {
        let far = UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let what = format!("a clock that is wrong, {seconds} seconds after 1970 began");
        equal(&what, far.and_then(http_date), None, look)?;
    }
    Ok(())
}

/// Where the years begin, the check of their days says: whoever knows the rule is right in the March of
/// 4000, which begins a day later than in other years.
fn the_last_second_has_a_date() -> Outcome {
    if parts(date(741_502 * DAY)) != Some((1, "Mar".to_string(), 4000)) {
        return Ok(());
    }
    let look = "A year ends with its last second. Is your border one off, or a number that is \
                nearly\n  right?";
    let last = parts(date(YEAR_10000 - 1));
    let what = "day, month and year of the last second of 9999";
    equal(what, last, Some((31, "Dec".to_string(), 9999)), look)?;
    let first = http_date(UNIX_EPOCH + Duration::from_secs(YEAR_10000));
    equal("the first second of the year 10000", first, None, look)
}
