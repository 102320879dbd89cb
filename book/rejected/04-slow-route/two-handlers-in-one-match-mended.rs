fn main() {
    for path in ["/", "/sleep", "/nothing"] {
        println!("{path}: {}", answer(path));
    }
}

fn answer(path: &str) -> &'static str {
    let handler: Option<fn() -> &'static str> = match path {
        "/" => Some(hello),
        "/sleep" => Some(sleep),
        _ => None,
    };
    handler.map_or("404 Not Found", |handler| handler())
}

fn hello() -> &'static str {
    "200 OK, Hello"
}

fn sleep() -> &'static str {
    "200 OK, at last"
}
