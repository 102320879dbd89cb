//! What a right answer to exercise 06b does.

use trial::Outcome;

pub use parts::*;
use table::{came, expect, table};

#[path = "ex06b_parts.rs"]
mod parts;

#[path = "ex06b_table.rs"]
mod table;

pub fn each_method_of_a_path_has_its_own_handler() -> Outcome {
    let routes = table(&[
        "GET /list list",
        "POST /list create",
        "GET /users/me me",
        "POST /users/{id} change",
    ]);
    let look = "There are two routes for this path. Is the search over when the first one fits?";
    let fits = [
        "GET /list -> list []",
        "POST /list -> create []",
        r#"POST /users/me -> change ["me"]"#,
    ];
    expect(&routes, look, &fits)?;
    the_first_that_fits_has_it()?;
    if came(&routes, "DELETE /users/me") == "nothing" {
        return Ok(()); // another check has something to say to that
    }
    let look = "Both routes fit the path, and each of them allows something.";
    let both = ["DELETE /users/me -> not allowed, but: GET, POST"];
    expect(&routes, look, &both)
}

fn the_first_that_fits_has_it() -> Outcome {
    let routes = table(&[
        "GET /a first",
        "GET /a second",
        "GET /a/b third",
        "POST /{x}/b fourth",
        "POST /a/b fifth",
    ]);
    let look = "The same route has been added twice. Is the first one still there?";
    expect(&routes, look, &["GET /a -> first []"])?;
    let look = "Two routes fit, and this one was added first. If all methods of a pattern are kept in \
                one place, what is left of the order in which the routes came?";
    expect(&routes, look, &[r#"POST /a/b -> fourth ["a"]"#])
}

pub fn a_405_says_what_this_path_allows() -> Outcome {
    let routes = table(&[
        "GET /users/{id} user",
        "POST /orders/{id} order",
        "GET /{any}/me me",
        "ANY /any/x any",
    ]);
    let others = [
        "DELETE /orders/7 -> not allowed, but: POST",
        "POST /users/7 -> not allowed, but: GET",
    ];
    let look = match came(&routes, "DELETE /orders/7").as_str() {
        "nothing" => {
            "The path is there, and the method is not. To a client that is another answer than 404: \
             is the method compared before it is known whether the path fits?"
        }
        _ => "Whose methods are to be named: all that the table has, or those of this path?",
    };
    expect(&routes, look, &others)?;
    let look = "two routes allow GET here, and once is enough";
    let once = ["POST /users/me -> not allowed, but: GET"];
    expect(&routes, look, &once)?;
    let look = "no route has this path";
    expect(&routes, look, &["DELETE /else/where -> nothing"])?;
    let look = "ANY is the name of a method like any other. No other fits it.";
    expect(&routes, look, &["GET /any/x -> not allowed, but: ANY"])?;
    each_method_is_named_once_as_it_is()
}

fn each_method_is_named_once_as_it_is() -> Outcome {
    let routes = table(&[
        "GET /users/{id} user",
        "POST /users/{id} change",
        "GET /{any}/me me",
    ]);
    // Whoever names one of them, or nobody, has made another mistake.
    if came(&routes, "DELETE /users/me").contains("GET, ") {
        let look = "Two routes allow GET, and one between them allows POST. `dedup` finds only \
                    neighbours that are equal.";
        let once = ["DELETE /users/me -> not allowed, but: GET, POST"];
        expect(&routes, look, &once)?;
    }
    if came(&routes, "DELETE /users/7") == "not allowed, but: GET, POST" {
        let look = "Here HEAD is a method like any other, and no route has it.";
        let head = ["HEAD /users/7 -> not allowed, but: GET, POST"];
        expect(&routes, look, &head)?;
        let look = "The names of methods have large letters, and small ones are others.";
        let small = ["get /users/7 -> not allowed, but: GET, POST"];
        expect(&routes, look, &small)?;
    }
    Ok(())
}

pub fn a_pattern_is_as_long_as_its_path() -> Outcome {
    let routes = table(&["GET /users/{id} user", "GET /a/b ab"]);
    let look = "A part is left over, of the path or of the pattern. Who notices? `zip` ends with \
                the shorter one.";
    let others = [
        "GET /users/7/photos -> nothing",
        "GET /users -> nothing",
        "GET /a -> nothing",
        "GET /a/b/c -> nothing",
    ];
    expect(&routes, look, &others)?;
    let look = "and this one has the right length";
    expect(&routes, look, &[r#"GET /users/7 -> user ["7"]"#])
}
