struct Response {
    headers: Vec<(&'static str, &'static str)>,
}

impl Response {
    fn new() -> Response {
        Response { headers: vec![] }
    }

    fn with_header(&mut self, name: &'static str, value: &'static str) -> &mut Response {
        self.headers.push((name, value));
        self
    }
}

fn main() {
    let response = Response::new().with_header("Allow", "GET, HEAD");
    println!("{:?}", response.headers);
}
