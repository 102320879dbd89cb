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
/// `%41` in a path is the byte 41 of the hexadecimal system; every other letter stands for itself, a
/// `?` and a `#`, too. A path that is written otherwise names nothing; nor does one with a control
/// character (see [`char::is_control`]) or a backslash, which separates names on some systems; nor
/// does one that leads out of `root` on its way, with dots or over a link, even if it comes back. A
/// link leads where it ends. `%2F` is a slash like any other, but never the first one, which is written
/// as a slash.
///
/// These may be found or not: what has `.`, an empty part, or a `..` that stays in `root`; a file in
/// `root` to which links in `root` lead, none of them out; and a file whose own name is no UTF-8.
/// `root` itself may be a link, or written with dots.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let _ = (root, path);
    todo!("decode the path, look at its parts, and ask the file system where it leads")
}
