//! Which times have a date. One of the checks of exercise 03b.

use std::time::{Duration, SystemTime};

use trial::{Outcome, equal};

use super::super::exercise::http_date;
use super::years::parts;
use super::{DAY, date};

/// When the year 10000 begins.
const YEAR_10000: u64 = 253_402_300_800;

/// When the March of 4000 begins, a day later than in other years.
const MARCH_4000: u64 = 741_502 * DAY;

pub const IN_9999: u64 = YEAR_10000 - 180 * DAY;

pub fn year_of(seconds: u64) -> Option<u64> {
    parts(&date(seconds).ok()?).map(|(_, _, year)| year)
}

pub fn a_time_out_of_range_is_none() -> Outcome {
    let epoch = SystemTime::UNIX_EPOCH;
    let look = "`duration_since` returns an error for such a time. What becomes of that error?";
    for before in [Duration::from_nanos(100), Duration::from_secs(86_400 * 365)] {
        let what = format!("a clock that is wrong, {before:?} before 1970");
        equal(&what, http_date(epoch - before), None, look)?;
    }
    equal(
        "the year of a time in 9999",
        year_of(IN_9999),
        Some(9999),
        "It is in range. Do so many seconds fit into your number? Into 32 bits they do until 2106.",
    )?;
    let look = "The form has four digits for the year.";
    let after = http_date(epoch + Duration::from_secs(IN_9999 + 360 * DAY));
    equal("a time in the year 10000", after, None, look)?;
    the_last_second_has_a_date()?;
    far_clocks_have_none()
}

/// Where the years begin, the check of their days says: whoever is right in 4000 knows the rule.
fn the_last_second_has_a_date() -> Outcome {
    if date(MARCH_4000).ok().as_deref().and_then(parts) != Some((1, "Mar", 4000)) {
        return Ok(());
    }
    let look = "A year ends with its last second. Is your border one off, or a number that is \
                nearly\n  right?";
    let last = date(YEAR_10000 - 1).ok();
    let what = "day, month and year of the last second of 9999";
    let came = last.as_deref().and_then(parts);
    equal(what, came, Some((31, "Dec", 9999)), look)?;
    let first = http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(YEAR_10000));
    equal("the first second of the year 10000", first, None, look)
}

/// 2^32 days, and the last second that fits into 63 bits. Not every system has a clock for them.
fn far_clocks_have_none() -> Outcome {
    for seconds in [DAY << 32, i64::MAX as u64] {
        let far = Duration::from_secs(seconds);
        let Some(time) = SystemTime::UNIX_EPOCH.checked_add(far) else {
            continue;
        };
        let what = format!("a clock that is wrong, {seconds} seconds after 1970 began");
        let look =
            "It is long after the year 9999. Where does a number of yours have no room for it?";
        equal(&what, http_date(time), None, look)?;
    }
    Ok(())
}
