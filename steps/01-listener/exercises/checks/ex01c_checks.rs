//! What a right answer to exercise 01c does.

use std::io::{self, Read};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::exercise::greet;

#[path = "ex01c_owner.rs"]
mod owner;
pub use owner::*;

#[path = "ex01c_unsent.rs"]
mod unsent;
pub use unsent::*;

const LIMIT: Duration = Duration::from_secs(5);

const STUCK: &str = "`greet` does not return, or the connection is still open when its owner has \
                     dropped it.\n  It has to write, and no more: not to read, not to keep a copy \
                     of the stream, not to\n  change a setting of it, and not to ask again and \
                     again until there is room.";

/// The server's end of a connection, and the client's.
fn pair() -> Result<(TcpStream, TcpStream), String> {
    let connect = || -> io::Result<(TcpStream, TcpStream)> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let client = TcpStream::connect(listener.local_addr()?)?;
        Ok((listener.accept()?.0, client))
    };
    connect().map_err(|error| format!("no connection could be made: {error}"))
}

/// What the client gets until the server's end is closed.
fn all_that_comes(mut client: TcpStream) -> Vec<u8> {
    let mut came = Vec::new();
    let _ = client.read_to_end(&mut came);
    came
}

pub fn the_greeting_arrives() -> Outcome {
    let line = "Look at the line end. `writeln!` writes LF, and not CR LF.";
    let name = "The name is sent as it is, whatever it is made of. Who decides what a name is?";
    let odd = "Ada\r\n\0\u{7f}";
    for (name, look) in [
        ("Zoë", line),
        (" Ada  Lovelace\t", name),
        (odd, name),
        ("", name),
    ] {
        within(LIMIT, STUCK, move || it_arrives(name, look))??;
    }
    Ok(())
}

fn it_arrives(name: &str, look: &str) -> Outcome {
    let (stream, client) = pair()?;
    let result = greet(&stream, name);
    drop(stream);
    let came = all_that_comes(client);
    equal(
        &format!("what a client receives from `greet(&stream, {name:?})`"),
        String::from_utf8_lossy(&came),
        format!("Hello, {name}\r\n").into(),
        look,
    )?;
    let look = "all of it has arrived, so the answer is `Ok`";
    equal("did `greet` say `Ok`?", result.is_ok(), true, look)
}
