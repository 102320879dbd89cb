//! Where parts begin and end, for the checks of exercise 06b.

use trial::Outcome;

use super::help::{came, expect, table};

pub fn a_pattern_is_as_long_as_its_path() -> Outcome {
    let routes = table(&[("GET", "/users/{id}", "user"), ("GET", "/a/b", "ab")]);
    let look = "A part is left over, of the path or of the pattern. Who notices? `zip` ends with \
                the shorter one.";
    for path in ["/users/7/photos", "/users", "/a", "/a/b/c"] {
        expect(&routes, look, &[("GET", path, "nothing")])?;
    }
    let look = "and this one has the right length";
    expect(&routes, look, &[("GET", "/users/7", "user [\"7\"]")])
}

pub fn an_empty_part_is_a_part() -> Outcome {
    let routes = table(&[("GET", "/users/{id}", "user")]);
    let look = "Behind the last slash is an empty part, and nobody is called \"\".";
    expect(&routes, look, &[("GET", "/users/", "nothing")])?;
    let look = "Between two slashes is an empty part. It is a part, and no pattern has one there.";
    let empty = [
        ("GET", "//users/7", "nothing"),
        ("GET", "/users//7", "nothing"),
    ];
    expect(&routes, look, &empty)?;
    if came(&routes, "GET", "/users/7/8") == "nothing" {
        let look = "It ends with an empty part, and so it is another path than /users/7.";
        expect(&routes, look, &[("GET", "/users/7/", "nothing")])?;
        let look = "Every path begins with a slash, and this one does not. Who asks for it?";
        let none = [("GET", "users/7", "nothing"), ("GET", "", "nothing")];
        expect(&routes, look, &none)?;
    }
    let look = "and this one has no empty part";
    expect(&routes, look, &[("GET", "/users/7", "user [\"7\"]")])?;
    a_pattern_may_have_one()
}

/// Whoever leaves them out of paths has heard of it before.
fn a_pattern_may_have_one() -> Outcome {
    let routes = table(&[("GET", "/users/", "list"), ("GET", "/a//b", "ab")]);
    let look = "This pattern has an empty part, and so has the path. Is a part refused because it is \
                empty?";
    let fits = [("GET", "/users/", "list []"), ("GET", "/a//b", "ab []")];
    expect(&routes, look, &fits)?;
    let look = "The pattern ends with a slash, and the path does not. What has `add` made of it?";
    if came(&routes, "GET", "/a/") == "nothing" {
        expect(&routes, look, &[("GET", "/users", "nothing")])?;
    }
    let routes = table(&[("GET", "/users/{id}", "user")]);
    if came(&routes, "GET", "x//users/7") == "nothing" {
        let look = "Before the first slash is nothing, and here is something. Who looks at it?";
        expect(&routes, look, &[("GET", "x/users/7", "nothing")])?;
    }
    Ok(())
}
