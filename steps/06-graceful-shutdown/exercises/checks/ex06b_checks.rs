//! What a right answer to exercise 06b does.

use trial::{Outcome, equal};

pub use allowed::*;
use help::{came, expect, keep, table};
use letters::{
    a_part_in_braces_is_always_handed_over, a_part_stands_for_itself, parts_lie_in_the_path,
};
pub use parts::*;

#[path = "ex06b_allowed.rs"]
mod allowed;

#[path = "ex06b_help.rs"]
mod help;

#[path = "ex06b_letters.rs"]
mod letters;

#[path = "ex06b_parts.rs"]
mod parts;

pub fn a_handler_gets_its_parts_of_the_path() -> Outcome {
    let routes = table(&[
        ("GET", "/", "start"),
        ("GET", "/users/me", "me"),
        ("GET", "/users/{id}", "user"),
        ("GET", "/albums/{id}/photos/{photo}", "photo"),
        ("GET", "/x{y}", "braces"),
    ]);
    let look = "look at how a pattern is compared with a path, part by part";
    let fits = [
        ("GET", "/", "start []"),
        ("GET", "/users/7", "user [\"7\"]"),
        ("GET", "/albums/7/photos/cat", "photo [\"7\", \"cat\"]"),
    ];
    expect(&routes, look, &fits)?;
    let look = "two routes fit, and the one that was added first is to have it";
    expect(&routes, look, &[("GET", "/users/me", "me []")])?;
    let look = "The path of a URL has large and small letters, and they differ.";
    expect(&routes, look, &[("GET", "/USERS/7", "nothing")])?;
    let look = "Only a part that is in braces as a whole stands for any other. `x{y}` is a name.";
    expect(&routes, look, &[("GET", "/z", "nothing")])?;
    the_parts_are_those_of_the_path()?;
    a_part_stands_for_itself()?;
    a_part_in_braces_is_always_handed_over()
}

fn the_parts_are_those_of_the_path() -> Outcome {
    let routes = table(&[("GET", "/users/{id}", "user")]);
    let look = "These are slices of the path. Where do they come from?";
    equal("parts that are kept", keep("/users/7"), vec!["7"], look)?;
    let look = "Where does a part end: at a slash, or at what a slash may be written as? Whoever \
                decodes first can no longer tell.";
    expect(
        &routes,
        look,
        &[("GET", "/users/a%2Fb", "user [\"a%2Fb\"]")],
    )?;
    parts_lie_in_the_path()
}

pub fn each_method_of_a_path_has_its_own_handler() -> Outcome {
    let routes = table(&[
        ("GET", "/list", "list"),
        ("POST", "/list", "create"),
        ("GET", "/users/me", "me"),
        ("POST", "/users/{id}", "change"),
    ]);
    let look = "There are two routes for this path. Is the search over when the path of the first \
                one fits?";
    let fits = [
        ("GET", "/list", "list []"),
        ("POST", "/list", "create []"),
        ("POST", "/users/me", "change [\"me\"]"),
    ];
    expect(&routes, look, &fits)?;
    the_first_that_fits_has_it()?;
    if came(&routes, "DELETE", "/users/me") == "nothing" {
        return Ok(()); // another check has something to say to that
    }
    let look = "Both routes fit the path, and each of them allows something.";
    expect(
        &routes,
        look,
        &[("DELETE", "/users/me", "not allowed, but: GET, POST")],
    )
}

fn the_first_that_fits_has_it() -> Outcome {
    let routes = table(&[
        ("GET", "/a", "first"),
        ("GET", "/a", "second"),
        ("GET", "/a/b", "third"),
        ("POST", "/{x}/b", "fourth"),
        ("POST", "/a/b", "fifth"),
    ]);
    let look = "The same route has been added twice. Is the first one still there?";
    expect(&routes, look, &[("GET", "/a", "first []")])?;
    let look = "Two routes fit, and this one was added first. If all methods of a pattern are kept in \
                one place, what is left of the order in which the routes came?";
    let order = [("POST", "/a/b", "fourth [\"a\"]")];
    expect(&routes, look, &order)
}
