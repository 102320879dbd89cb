struct Request {
    path: String,
}

fn main() {
    let request = Request {
        path: String::from("/"),
    };
    println!("{}", answer(&request));
}

fn answer(request: &Request) -> &'static str {
    match request.path.as_str() {
        "/" => "200 OK",
        _ => "404 Not Found",
    }
}
