struct Request {
    head: String,
}

impl Request {
    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers
            .filter(move |(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

fn main() {
    let head = String::from("Host: localhost\r\nAccept: */*\r\n");
    let request = Request { head };
    // The values are slices of the head, which is there to the end.
    let name = "Accept".to_lowercase();
    let values = request.values(&name);
    println!("{:?}", values.last());
}
