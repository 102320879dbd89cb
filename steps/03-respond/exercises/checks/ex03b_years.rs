//! Which years are leap years, and which times have a date. Two of the checks of exercise 03b.

use std::time::{Duration, SystemTime};

use trial::{Outcome, equal};

use super::super::exercise::http_date;
use super::{DAY, date, parts};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const LENGTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// When the year 10000 begins.
const YEAR_10000: u64 = 253_402_300_800;

/// When the March of 4000 begins, a day later than in other years.
const MARCH_4000: u64 = 741_502 * DAY;

/// Where to look if the days of a month are wrong. Not each month of each year is asked for: who walks
/// there day by day is right as well, and has far to go.
fn where_to_look(year: u64, month: &str) -> Option<&'static str> {
    Some(match year {
        1970..=1973 | 1999..=2000 => "Is 2000 a leap year? A year that divides by 400 is one.",
        2001 | 2096..=2100 => {
            "Is 2100 a leap year? A year that divides by 100, and not by 400, is none."
        }
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
                    equal(&what, parts(&date), Some((day, month, year)), look)?;
                }
            }
            days += length;
        }
    }
    Ok(())
}

/// The year of a time in 9999.
fn year_in_9999() -> Option<u64> {
    let (_, _, year) = parts(&date(YEAR_10000 - 180 * DAY).ok()?)?;
    Some(year)
}

pub fn a_time_out_of_range_is_none() -> Outcome {
    let epoch = SystemTime::UNIX_EPOCH;
    let look = "`duration_since` returns an error for such a time. What becomes of that error?";
    for before in [Duration::from_nanos(100), Duration::from_secs(86_400 * 365)] {
        let what = format!("a clock that is wrong, {before:?} before 1970");
        equal(&what, http_date(epoch - before), None, look)?;
    }
    let look =
        "It is in range. Do so many seconds fit into your number? Into 32 bits they do until 2106.";
    let what = "the year of a time in 9999";
    equal(what, year_in_9999(), Some(9999), look)?;
    let look = "The form has four digits for the year.";
    let after = http_date(epoch + Duration::from_secs(YEAR_10000 + 180 * DAY));
    equal("a time in the year 10000", after, None, look)?;
    the_last_second_has_a_date()?;
    // 2^32 days, and the last second that fits into 63 bits. Not every system has a clock for them.
    let look = "It is long after the year 9999. Where does a number of yours have no room for it?";
    for seconds in [DAY << 32, i64::MAX as u64] {
        let far = epoch.checked_add(Duration::from_secs(seconds));
        let what = format!("a clock that is wrong, {seconds} seconds after 1970 began");
        equal(&what, far.and_then(http_date), None, look)?;
    }
    Ok(())
}

/// Where the years begin, the check of their days says: whoever is right in 4000 knows the rule.
fn the_last_second_has_a_date() -> Outcome {
    if date(MARCH_4000).ok().as_deref().and_then(parts) != Some((1, "Mar", 4000)) {
        return Ok(());
    }
    let look = "A year ends with its last second. Is your border one off, or a number that is \
                nearly\n  right?";
    let last = date(YEAR_10000 - 1).ok();
    let came = last.as_deref().and_then(parts);
    let what = "day, month and year of the last second of 9999";
    equal(what, came, Some((31, "Dec", 9999)), look)?;
    let first = http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(YEAR_10000));
    equal("the first second of the year 10000", first, None, look)
}
