//! Which part of a path stands for what, for the checks of exercise 06b.

use trial::{Outcome, ensure, equal};

use super::super::exercise::Found;
use super::table::{came, expect, table};

pub fn a_handler_gets_its_parts_of_the_path() -> Outcome {
    let routes = table(&[
        "GET / start",
        "GET /users/me me",
        "GET /users/{id} user",
        "GET /albums/{id}/photos/{photo} photo",
        "GET /x{y} braces",
    ]);
    let look = "look at how a pattern is compared with a path, part by part";
    let fits = [
        "GET / -> start []",
        r#"GET /users/7 -> user ["7"]"#,
        r#"GET /albums/7/photos/cat -> photo ["7", "cat"]"#,
    ];
    expect(&routes, look, &fits)?;
    let look = "two routes fit, and the one that was added first is to have it";
    expect(&routes, look, &["GET /users/me -> me []"])?;
    let look = "The path of a URL has large and small letters, and they differ.";
    expect(&routes, look, &["GET /USERS/7 -> nothing"])?;
    let look = "Only a part that is in braces as a whole stands for any other. `x{y}` is a name.";
    expect(&routes, look, &["GET /z -> nothing"])?;
    let look = "Where does a part end: at a slash, or at what a slash may be written as? Whoever \
                decodes first can no longer tell.";
    expect(&routes, look, &[r#"GET /users/a%2Fb -> user ["a%2Fb"]"#])?;
    parts_are_slices_of_the_path()?;
    a_part_stands_for_itself()?;
    a_part_in_braces_is_always_handed_over()
}

/// After the table has gone, too. A copy has the same letters, and lies somewhere else.
fn parts_are_slices_of_the_path() -> Outcome {
    let path = String::from("/users/7");
    let parts = {
        let routes = table(&["GET /users/{id} user"]);
        match routes.find("GET", &path) {
            Found::Handler(_, parts) => parts, // the table ends here, the path does not: whose are they?
            _ => Vec::new(),
        }
    };
    let look = "These are slices of the path. Where do they come from?";
    equal("parts that are kept", parts.clone(), vec!["7"], look)?;
    let own = path.get(path.len() - 1..);
    let is_there = |part: &&str| own.is_some_and(|own| std::ptr::eq(*part, own));
    ensure(parts.first().is_some_and(is_there), || {
        "The part has the right letters, and is no slice of the path.\n  Where does the text lie that \
         it borrows from, and who frees it?"
            .to_string()
    })
}

fn a_part_stands_for_itself() -> Outcome {
    let routes = table(&["GET /{id}.txt text", "GET /m e me", "GET /* star"]);
    let look = "`{id}.txt` begins with a brace and does not end with one: it is a name.";
    let text = ["GET /7.txt -> nothing", "GET /{id}.txt -> text []"];
    expect(&routes, look, &text)?;
    let look = "Percent signs mean nothing here, in no part of a path.";
    expect(&routes, look, &["GET /m%20e -> nothing"])?;
    let look = "A question mark means nothing here, too. It is a letter of its part.";
    let query = ["GET /7?a.txt -> nothing", "GET /m e?a -> nothing"];
    expect(&routes, look, &query)?;
    let look = "Only braces stand for something else. A star is a star.";
    expect(&routes, look, &["GET /a -> nothing"])
}

fn a_part_in_braces_is_always_handed_over() -> Outcome {
    let routes = table(&[
        "GET /users/{id} user",
        "GET /{a}/x x",
        "GET /{b}/y y",
        "GET /{no_1}/{at}/{at}/{{a}}/{} move",
    ]);
    let look = "Somebody asks for the pattern itself. Are the braces of the pattern looked at before \
                or after the two texts are compared?";
    expect(&routes, look, &[r#"GET /users/{id} -> user ["{id}"]"#])?;
    let look = "Any part that is not empty is handed over as it came, with all its letters.";
    let any = [
        r#"GET /users/7?a -> user ["7?a"]"#,
        r##"GET /users/7#a -> user ["7#a"]"##,
        "GET /users/\u{e4};b -> user [\"\u{e4};b\"]",
        r#"GET /users/. -> user ["."]"#,
        r#"GET /users/.. -> user [".."]"#,
        r#"GET /users/  -> user [" "]"#,
    ];
    expect(&routes, look, &any)?;
    let look = "A route before this one has fitted at first, and not in the end. What becomes of the \
                parts that it had found?";
    expect(&routes, look, &[r#"GET /1/y -> y ["1"]"#])?;
    let look = "The pattern is `/{no_1}/{at}/{at}/{{a}}/{}`. What is between the braces is a note. The \
                parts come in the order of the path, one for each.";
    let noted = [r#"GET /7/c/b/a/8 -> move ["7", "c", "b", "a", "8"]"#];
    expect(&routes, look, &noted)
}

pub fn an_empty_part_is_a_part() -> Outcome {
    let routes = table(&["GET /users/{id} user"]);
    let look = "Behind the last slash is an empty part, and nobody is called \"\".";
    expect(&routes, look, &["GET /users/ -> nothing"])?;
    let look = "Between two slashes is an empty part. It is a part, and no pattern has one there.";
    let empty = ["GET //users/7 -> nothing", "GET /users//7 -> nothing"];
    expect(&routes, look, &empty)?;
    if came(&routes, "GET /users/7/8") == "nothing" {
        let look = "It ends with an empty part, and so it is another path than /users/7.";
        expect(&routes, look, &["GET /users/7/ -> nothing"])?;
        let look = "Every path begins with a slash, and this one does not. Who asks for it?";
        expect(
            &routes,
            look,
            &["GET users/7 -> nothing", "GET  -> nothing"],
        )?;
    }
    if came(&routes, "GET x//users/7") == "nothing" {
        let look = "Before the first slash is nothing, and here is something. Who looks at it?";
        expect(&routes, look, &["GET x/users/7 -> nothing"])?;
    }
    let look = "and this one has no empty part";
    expect(&routes, look, &[r#"GET /users/7 -> user ["7"]"#])?;
    a_pattern_may_have_one()
}

/// Whoever leaves them out of paths has heard of it before.
fn a_pattern_may_have_one() -> Outcome {
    let routes = table(&["GET /users/ list", "GET /a//b ab"]);
    let look = "This pattern has an empty part, and so has the path. Is it refused for that?";
    let fits = ["GET /users/ -> list []", "GET /a//b -> ab []"];
    expect(&routes, look, &fits)?;
    let look = "The pattern ends with a slash, and the path does not. What has `add` made of it?";
    match came(&routes, "GET /a/").as_str() {
        "nothing" => expect(&routes, look, &["GET /users -> nothing"]),
        _ => Ok(()),
    }
}
