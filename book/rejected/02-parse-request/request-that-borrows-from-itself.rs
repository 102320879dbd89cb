struct Request<'a> {
    head: String,
    method: &'a str, // a slice of `head`
}

impl<'a> Request<'a> {
    fn new(head: String) -> Request<'a> {
        let method = head.split(' ').next().unwrap_or_default();
        Request { head, method }
    }
}

fn main() {
    let request = Request::new(String::from("GET / HTTP/1.1"));
    println!("{} of {}", request.method, request.head);
}
