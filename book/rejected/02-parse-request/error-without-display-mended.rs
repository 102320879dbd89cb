use std::fmt::{self, Display, Formatter};

enum ParseError {
    Closed,
}

impl Display for ParseError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            ParseError::Closed => write!(f, "closed too early"),
        }
    }
}

fn main() {
    for result in [Ok("GET /"), Err(ParseError::Closed)] {
        match result {
            Ok(request) => println!("{request}"),
            Err(error) => println!("let go: {error}"),
        }
    }
}
