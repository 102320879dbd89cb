//! Exercise 03a: a response, built piece by piece.
//!
//! The step's `Response` takes only headers that stand in the program. A page that sends its reader
//! on has a header that it makes at run time, maybe out of what a client has sent. Write a reply
//! that can have any header, and that no value can break.
//!
//!     let reply = Reply::new(Status::Found).header("Location", &target)?.body("Over there.");
//!     stream.write_all(&reply.to_bytes())?;
//!
//! Check it with: cargo test --test ex03a

use std::fmt::{self, Display, Formatter};

/// What a reply says first.
#[derive(Clone, Copy)]
pub enum Status {
    Ok,
    Found,
}

impl Display for Status {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Status::Ok => f.write_str("200 OK"),
            Status::Found => f.write_str("302 Found"),
        }
    }
}

/// A header that would not be one line with a name and a value.
#[derive(Debug, PartialEq)]
pub struct BadHeader;

/// A status, headers and a body.
pub struct Reply {
    // Yours: what does it own until it is sent?
}

impl Reply {
    /// A reply without headers and with an empty body.
    pub fn new(status: Status) -> Reply {
        let _ = status;
        todo!("make a reply")
    }

    /// Adds a header. All are sent, also those with the same name, in their order. Nobody adds the
    /// `Content-Length` so: it is for `to_bytes`, and `header` need not look for it.
    ///
    /// # Errors
    /// If the name is empty, or not made of ASCII letters, digits and `-` alone; or if the value has a
    /// CR, a LF or a NUL (RFC 9110, section 5.5). Any other value is good, also an empty one.
    pub fn header(self, name: &str, value: &str) -> Result<Reply, BadHeader> {
        let _ = (name, value);
        todo!("look at the header, and keep it")
    }

    /// Gives the reply this body, in place of the one that it had.
    pub fn body(self, text: &str) -> Reply {
        let _ = text;
        todo!("keep the body")
    }

    /// The reply as it is sent: status line, headers, one `Content-Length`, empty line, body. Every
    /// line ends in CR LF.
    pub fn to_bytes(&self) -> Vec<u8> {
        todo!("put the reply together")
    }
}
