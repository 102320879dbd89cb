//! Exercise 06b: a routing table.
//!
//! The `match` of the router knows three paths, and every path allows the same methods. Write a
//! table to which routes are added, and which can say of each path what is allowed there.
//!
//!     let mut routes = Routes::new();
//!     routes.add("GET", "/users", |_| list());
//!     routes.add("POST", "/users", |_| create());
//!     routes.add("GET", "/users/{id}", |parts| show(parts[0]));
//!     routes.find("GET", "/users/7")    // the third handler, with "7"
//!     routes.find("DELETE", "/users")   // not allowed; GET and POST are
//!     routes.find("GET", "/users/7/x")  // nothing
//!
//! Check it with: cargo test --test ex06b

/// Makes a page. It gets what the path has in the places of `{..}`, and workers call it at the same
/// time.
pub type Handler = Box<dyn Fn(&[&str]) -> String + Send + Sync>;

/// What a table has for a request: the handler and the methods are the table's, and the parts are
/// slices of the path.
#[allow(dead_code, reason = "until each of them is said")]
pub enum Found<'table, 'path> {
    Handler(&'table Handler, Vec<&'path str>),
    /// The path is there, and has these methods, each of them once.
    NotAllowed(Vec<&'table str>),
    Nothing,
}

/// Which handler answers which method on which paths.
pub struct Routes {
    // Yours: what belongs together, and in which order is it found?
}

impl Routes {
    pub fn new() -> Routes {
        todo!("an empty table")
    }

    /// Adds a route. A pattern such as `/users/{id}/photos` is the parts between its slashes: a part
    /// that begins with `{` and ends with `}` stands for any part that is not empty, every other part
    /// for itself. What is between the braces is a note, and says nothing: `/{x}/{x}` has two parts.
    /// An empty part is a part here, too: `/users/` is another pattern than `/users`.
    ///
    /// If two routes fit a request, it goes to the one that was added first.
    pub fn add(
        &mut self,
        method: &'static str,
        pattern: &'static str,
        handler: impl Fn(&[&str]) -> String + Send + Sync + 'static,
    ) {
        let _ = (method, pattern, handler);
        todo!("keep the route")
    }

    /// Finds out what a request gets; its parts are in the order of the path, each as it came. Percent
    /// signs in the path mean nothing here: `%2F` is three letters of a part, and no slash. `?`, `#`, a
    /// dot and a space are letters, too. Methods are compared letter by letter, and HEAD is one like
    /// any other.
    pub fn find<'table, 'path>(
        &'table self,
        method: &str,
        path: &'path str,
    ) -> Found<'table, 'path> {
        let _ = (method, path);
        todo!("the handler, or what is allowed, or nothing")
    }
}
