struct Request {
    head: String,
}

impl Request {
    fn new(head: String) -> Request {
        Request { head }
    }

    fn method(&self) -> &str {
        self.head.split(' ').next().unwrap_or_default()
    }
}

fn main() {
    let request = Request::new(String::from("GET / HTTP/1.1"));
    println!("{} of {}", request.method(), request.head);
}
