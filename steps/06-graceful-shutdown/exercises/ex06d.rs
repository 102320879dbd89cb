//! Exercise 06d: files that no path escapes.
//!
//! Whoever serves files lets strangers choose what is opened. Find the file in `root` that the path
//! of a request names, and nothing that is elsewhere, whatever the path says.
//!
//!     find(root, "/docs/a%20b.txt")  // the file "docs/a b.txt" in root
//!     find(root, "/../secret.txt")   // None
//!     find(root, "/docs")            // None: not a file
//!
//! Check it with: cargo test --test ex06d

use std::path::{Path, PathBuf};

/// The regular file within `root` that the path of a request names, ready to be opened: no link is
/// left in what is returned.
///
/// `%41` in a path is the byte 41 of the hexadecimal system, and what the bytes make is UTF-8. A path
/// that is written otherwise names nothing; nor does one with a control character (see
/// [`char::is_control`]) or a backslash, which separates names on some systems; nor does one that
/// climbs out of `root`, even if it comes back. `%2F` is a slash like any other, but the first one.
///
/// These may be found or not: what has `.`, an empty part, or a `..` that stays in `root`, and a file
/// in `root` that a link in `root` leads to. `root` itself may be a link, or written with dots.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let _ = (root, path);
    todo!("decode the path, look at its parts, and ask the file system where it leads")
}
