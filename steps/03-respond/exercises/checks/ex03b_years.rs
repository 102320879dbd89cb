//! Which years are leap years. One of the checks of exercise 03b.

use trial::{Outcome, equal};

use super::range::{IN_9999, year_of};
use super::{DAY, date};

const MONTHS: [(&str, u64); 12] = [
    ("Jan", 31),
    ("Feb", 28),
    ("Mar", 31),
    ("Apr", 30),
    ("May", 31),
    ("Jun", 30),
    ("Jul", 31),
    ("Aug", 31),
    ("Sep", 30),
    ("Oct", 31),
    ("Nov", 30),
    ("Dec", 31),
];

/// Day, month and year, as numbers and a name, so that the form does not matter here.
pub fn parts(date: &str) -> Option<(u64, &str, u64)> {
    let mut words = date.split_whitespace().skip(1);
    let day = words.next()?.parse().ok()?;
    Some((day, words.next()?, words.next()?.parse().ok()?))
}

/// Not each day of each year: who walks there day by day is right as well, and has far to go.
fn is_asked_for(year: u64, month: &str) -> bool {
    match year {
        1970..=1973 | 1999..=2001 | 2096..=2104 => true,
        2200 | 2400 | 3000 | 4000 => ["Feb", "Mar"].contains(&month),
        _ => false,
    }
}

fn where_to_look(year: u64) -> &'static str {
    match year {
        1970..=2000 => "Is 2000 a leap year? A year that divides by 400 is one.",
        2001..=2100 => "Is 2100 a leap year? A year that divides by 100, and not by 400, is none.",
        2101..=2104 => "Which years have a day more?",
        _ => {
            "Which of 2200, 2400, 3000 and 4000 are leap years? 2000 and 2100 are examples of the \
             rule, and not\n  the rule: what divides by 100 is none, unless it divides by 400."
        }
    }
}

pub fn each_year_has_its_days() -> Outcome {
    let mut days = 0;
    for year in 1970..=4000 {
        // Whether so many seconds fit into a number, another check says.
        if year == 2105 && year_of(IN_9999) != Some(9999) {
            break;
        }
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (month, length) in MONTHS {
            let length = length + u64::from(is_leap && month == "Feb");
            if is_asked_for(year, month) {
                days_of(year, month, days, length)?;
            }
            days += length;
        }
    }
    Ok(())
}

/// The first and the last day of a month that begins this many days after 1970 began.
fn days_of(year: u64, month: &str, days: u64, length: u64) -> Outcome {
    for day in [1, length] {
        let date = date((days + day - 1) * DAY + DAY / 2)?;
        let what = format!("day, month and year of {date:?}");
        let look = where_to_look(year);
        equal(&what, parts(&date), Some((day, month, year)), look)?;
    }
    Ok(())
}
