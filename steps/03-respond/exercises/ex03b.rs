//! Exercise 03b: the date.
//!
//! RFC 9110, section 6.6.1, wants a `Date` in every reply of a server that has a clock. The standard
//! library has the clock, and no calendar. Write the calendar.
//!
//!     let now = SystemTime::now();
//!     if let Some(date) = http_date(now) {
//!         // "Sun, 06 Nov 1994 08:49:37 GMT", if that is when it is
//!     }
//!
//! Check it with: cargo test --test ex03b

use std::time::SystemTime;

/// The time as HTTP writes it, in the form that RFC 9110, section 5.6.7, calls IMF-fixdate. Parts of
/// a second are left out. A day has 86,400 seconds: leap seconds are not counted.
///
/// `None` for a time before 1970, and after the year 9999, for which the form has no room. The
/// operating system tells the time, and it may tell anything.
pub fn http_date(time: SystemTime) -> Option<String> {
    let _ = time;
    todo!("write the date")
}
