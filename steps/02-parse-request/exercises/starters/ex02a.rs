//! Exercise 02a: a request line that borrows.
//!
//! The step's `Request` owns its text. If the text has an owner already, its parts can be borrowed from
//! it. Write a request line that copies no byte. Its parts are slices of the text, and stay when the
//! request line is gone.
//!
//!     let path = RequestLine::parse("GET /sleep?1 HTTP/1.1")?.path(); // "/sleep"
//!
//! Check it with: cargo test --test ex02a

use std::marker::PhantomData;

/// Method, target and version, with one space between.
#[derive(Debug)]
pub struct RequestLine<'text> {
    // Yours: what does it borrow? (PhantomData only stands for a `&'text str` until then.)
    _text: PhantomData<&'text str>,
}

impl<'text> RequestLine<'text> {
    /// Takes a line without its line end apart. `None` if it is not exactly three words, none of them
    /// empty, with exactly one space between them. Only the space divides words; what else is in
    /// them is not looked at here.
    pub fn parse(line: &'text str) -> Option<RequestLine<'text>> {
        let _ = line;
        todo!("take the line apart")
    }

    /// The method, as the client wrote it: methods are told apart by upper and lower case.
    pub fn method(&self) -> &'text str {
        todo!("lend the method")
    }

    /// The target up to its first `?`.
    pub fn path(&self) -> &'text str {
        todo!("lend the target up to the question mark")
    }

    /// What follows the first `?` of the target: `Some("")` if that is nothing, `None` without a `?`.
    pub fn query(&self) -> Option<&'text str> {
        todo!("lend the target from the question mark on")
    }

    /// The version, such as `HTTP/1.1`.
    pub fn version(&self) -> &'text str {
        todo!("lend the version")
    }
}
