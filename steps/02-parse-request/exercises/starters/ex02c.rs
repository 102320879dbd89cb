//! Exercise 02c: look a header up.
//!
//! The value of a header is a slice of the head. The name that it is looked up by may be gone by the
//! time that the value is used. Write the look-up.
//!
//!     let host = {
//!         let name = String::from("host");
//!         header(&head, &name)
//!     }; // `name` is gone, and `host` is still good: Some("localhost:7878")
//!
//! Check it with: cargo test --test ex02c

/// The value of the first header with this name, in upper or lower case, without the spaces and tabs
/// around it. `head` is a request line, and then a header on each line; lines end in CR LF, and no LF
/// comes without a CR.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let _ = (head, name);
    todo!("look for the name, and lend the value")
}
