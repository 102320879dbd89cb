use std::time::{Duration, SystemTime};

/// From 0000-03-01 to 1970-01-01. A year that begins in March has its leap day at its end.
const DAYS_BEFORE: u64 = 719_468;

/// The days of 400 years. After them, all repeats.
const CYCLE: u64 = 146_097;

const YEAR_10000: Duration = Duration::from_secs(253_402_300_800);

pub fn http_date(time: SystemTime) -> Option<String> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    if since >= YEAR_10000 {
        return None;
    }
    let seconds = since.as_secs();
    let days = seconds / 86_400;
    let weekday = name("ThuFriSatSunMonTueWed", days % 7)?;
    let (year, month, day) = civil(days + DAYS_BEFORE);
    let month = name("JanFebMarAprMayJunJulAugSepOctNovDec", month)?;
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    Some(format!(
        "{weekday}, {day:02} {month} {year} {hour:02}:{minute:02}:{second:02} GMT"
    ))
}

fn name(names: &str, number: u64) -> Option<&str> {
    let at = 3 * number as usize;
    names.get(at..at + 3)
}

/// Year, month (January is 0) and day, this many days after 0000-03-01.
fn civil(days: u64) -> (u64, u64, u64) {
    let in_cycle = days % CYCLE;
    // Leap days that have been: one every four years, none every hundred, the last of the cycle.
    let leap_days = in_cycle / 1_460 - in_cycle / 36_524 + in_cycle / (CYCLE - 1);
    let year = (in_cycle - leap_days) / 365;
    let in_year = in_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let is_next_year = u64::from(month >= 10);
    let year = days / CYCLE * 400 + year + is_next_year;
    (year, (month + 2) % 12, day)
}
