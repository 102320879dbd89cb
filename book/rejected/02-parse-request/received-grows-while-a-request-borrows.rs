struct Request<'a> {
    line: &'a [u8],
}

impl<'a> Request<'a> {
    fn parse(received: &'a [u8]) -> Option<Request<'a>> {
        let end = received.windows(2).position(|two| two == b"\r\n")?;
        received.get(..end).map(|line| Request { line })
    }
}

fn main() {
    let mut received = b"GET / HTTP/1.1\r\nHo".to_vec();
    let request = Request::parse(&received);
    // Meanwhile the rest of the head has come.
    received.extend(b"st: a\r\n\r\n");
    if let Some(request) = request {
        println!("{:?}", str::from_utf8(request.line));
    }
}
