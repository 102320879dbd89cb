use std::io::{self, Read};

enum ParseError {
    Closed,
    Io(io::Error),
}

impl From<io::Error> for ParseError {
    fn from(error: io::Error) -> ParseError {
        ParseError::Io(error)
    }
}

fn main() {
    if let Err(ParseError::Io(error)) = read_some(io::stdin()) {
        println!("cannot read: {error}");
    }
}

fn read_some(mut stream: impl Read) -> Result<usize, ParseError> {
    match stream.read(&mut [0; 1024])? {
        0 => Err(ParseError::Closed),
        count => Ok(count),
    }
}
