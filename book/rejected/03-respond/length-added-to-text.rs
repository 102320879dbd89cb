fn main() {
    let body = "<p>Hello</p>";
    print!("{}", head(body));
}

fn head(body: &str) -> String {
    let mut text = String::from("HTTP/1.1 200 OK\r\n");
    text = text + "Content-Length: " + body.len() + "\r\n";
    text + "\r\n"
}
