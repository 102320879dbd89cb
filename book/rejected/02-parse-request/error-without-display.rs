enum ParseError {
    Closed,
}

fn main() {
    for result in [Ok("GET /"), Err(ParseError::Closed)] {
        match result {
            Ok(request) => println!("{request}"),
            Err(error) => println!("let go: {error}"),
        }
    }
}
