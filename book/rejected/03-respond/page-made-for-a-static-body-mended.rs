struct Response {
    body: String,
}

fn main() {
    let response = error(404, "Not Found");
    println!("{}", response.body);
}

fn error(code: u16, reason: &str) -> Response {
    let page = format!("<h1>{code} {reason}</h1>");
    Response { body: page }
}
