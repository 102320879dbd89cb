//! WebDriver's names for keys (<https://www.w3.org/TR/webdriver2/#keyboard-actions>).

pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const RIGHT: char = '\u{e014}';
pub const DOWN: char = '\u{e015}';
