//! What a right answer to exercise 06b does.

use trial::{Check, Outcome, ensure};

use help::{came, expect, table};

#[path = "ex06b_help.rs"]
mod help;

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_handler_gets_its_parts_of_the_path",
        misconception: "a path is to be decoded before anybody reads it",
        run: a_handler_gets_its_parts_of_the_path,
    },
    Check {
        name: "each_method_of_a_path_has_its_own_handler",
        misconception: "the first pattern that fits decides",
        run: each_method_of_a_path_has_its_own_handler,
    },
    Check {
        name: "a_405_says_what_this_path_allows",
        misconception: "what is not found is a 404",
        run: a_405_says_what_this_path_allows,
    },
    Check {
        name: "a_pattern_is_as_long_as_its_path",
        misconception: "`zip` compares lengths",
        run: a_pattern_is_as_long_as_its_path,
    },
    Check {
        name: "an_empty_part_is_a_part",
        misconception: "`/users/` is `/users`",
        run: an_empty_part_is_a_part,
    },
];

fn a_handler_gets_its_parts_of_the_path() -> Outcome {
    let routes = table(&[
        ("GET", "/", "start"),
        ("GET", "/users/me", "me"),
        ("GET", "/users/{id}", "user"),
        ("GET", "/albums/{id}/photos/{photo}", "photo"),
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
    let look = "Where does a part end: at a slash, or at what a slash may be written as? Whoever \
                decodes first can no longer tell.";
    expect(
        &routes,
        look,
        &[("GET", "/users/a%2Fb", "user [\"a%2Fb\"]")],
    )
}

fn each_method_of_a_path_has_its_own_handler() -> Outcome {
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

fn a_405_says_what_this_path_allows() -> Outcome {
    let routes = table(&[
        ("GET", "/users/{id}", "user"),
        ("POST", "/orders/{id}", "order"),
        ("GET", "/{any}/me", "me"),
    ]);
    let look = "The path is there, and the method is not. To a client that is another answer than \
                404: is the method compared before it is known whether the path fits?";
    let came = came(&routes, "DELETE", "/orders/7");
    ensure(came != "nothing", || {
        format!("DELETE /orders/7\n  came: nothing\n  {look}")
    })?;
    let look = "Whose methods are to be named: all that the table has, or those of this path?";
    let others = [
        ("DELETE", "/orders/7", "not allowed, but: POST"),
        ("POST", "/users/7", "not allowed, but: GET"),
    ];
    expect(&routes, look, &others)?;
    let look = "two routes allow GET here, and once is enough";
    expect(
        &routes,
        look,
        &[("POST", "/users/me", "not allowed, but: GET")],
    )?;
    expect(
        &routes,
        "no route has this path",
        &[("DELETE", "/else/where", "nothing")],
    )
}

fn a_pattern_is_as_long_as_its_path() -> Outcome {
    let routes = table(&[("GET", "/users/{id}", "user"), ("GET", "/a/b", "ab")]);
    let look = "A part is left over, of the path or of the pattern. Who notices? `zip` ends with \
                the shorter one.";
    for path in ["/users/7/photos", "/users", "/a", "/a/b/c"] {
        expect(&routes, look, &[("GET", path, "nothing")])?;
    }
    let look = "and this one has the right length";
    expect(&routes, look, &[("GET", "/users/7", "user [\"7\"]")])
}

fn an_empty_part_is_a_part() -> Outcome {
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
    }
    let look = "and this one has no empty part";
    expect(&routes, look, &[("GET", "/users/7", "user [\"7\"]")])
}
