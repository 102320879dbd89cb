//! What a table says of a path whose method is not there, for the checks of exercise 06b.

use trial::{Outcome, ensure};

use super::help::{came, expect, table};

pub fn a_405_says_what_this_path_allows() -> Outcome {
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
    let once = [("POST", "/users/me", "not allowed, but: GET")];
    expect(&routes, look, &once)?;
    expect(
        &routes,
        "no route has this path",
        &[("DELETE", "/else/where", "nothing")],
    )?;
    each_method_is_named_once_as_it_is()
}

fn each_method_is_named_once_as_it_is() -> Outcome {
    let routes = table(&[
        ("GET", "/users/{id}", "user"),
        ("POST", "/users/{id}", "change"),
        ("GET", "/{any}/me", "me"),
    ]);
    let look = "Two routes allow GET, and one between them allows POST. `dedup` finds only neighbours \
                that are equal.";
    let once = [("DELETE", "/users/me", "not allowed, but: GET, POST")];
    // Whoever names one of them, or nobody, has made another mistake.
    if came(&routes, "DELETE", "/users/me").contains("GET, ") {
        expect(&routes, look, &once)?;
    }
    let any = table(&[("ANY", "/any", "any")]);
    let look = "ANY is the name of a method like any other. No other fits it.";
    expect(&any, look, &[("GET", "/any", "not allowed, but: ANY")])?;
    let look = "Here HEAD is a method like any other, and no route has it.";
    if came(&routes, "DELETE", "/users/7") == "not allowed, but: GET, POST" {
        let other = [("HEAD", "/users/7", "not allowed, but: GET, POST")];
        expect(&routes, look, &other)?;
        let look = "The names of methods have large letters, and small ones are others.";
        expect(
            &routes,
            look,
            &[("get", "/users/7", "not allowed, but: GET, POST")],
        )?;
    }
    Ok(())
}
