struct Request {
    method: &str,
    target: &str,
}

fn main() {
    let line = String::from("GET /sleep HTTP/1.1");
    let mut words = line.split(' ');
    let request = Request {
        method: words.next().unwrap_or_default(),
        target: words.next().unwrap_or_default(),
    };
    println!("{} {}", request.method, request.target);
}
