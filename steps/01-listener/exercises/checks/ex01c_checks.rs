//! What a right answer to exercise 01c does.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::Duration;

use trial::{Outcome, ensure, equal, within};

use super::exercise::greet;

#[path = "ex01c_unsent.rs"]
mod unsent;
pub use unsent::*;

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
fn all_that_comes(mut client: TcpStream) -> String {
    let mut came = Vec::new();
    let _ = client.read_to_end(&mut came);
    String::from_utf8_lossy(&came).into_owned()
}

pub fn the_greeting_arrives() -> Outcome {
    let line = "Look at the line end. `writeln!` writes LF, and not CR LF.";
    let look = "The name is sent as it is, whatever it is made of. Who decides what a name is?";
    it_arrives("Zoë", line)?;
    it_arrives(" Ada  Lovelace\t", look)?;
    it_arrives("Ada\r\n\0\u{7f}", look)?;
    it_arrives("", look)
}

fn it_arrives(name: &str, look: &str) -> Outcome {
    let (stream, client) = pair()?;
    let result = greet(&stream, name);
    drop(stream);
    let came = all_that_comes(client);
    let what = format!("what a client receives from `greet(&stream, {name:?})`");
    equal(&what, came, format!("Hello, {name}\r\n"), look)?;
    let look = "all of it has arrived, so the answer is `Ok`";
    equal("did `greet` say `Ok`?", result.is_ok(), true, look)
}

pub fn the_owner_goes_on_with_the_stream() -> Outcome {
    settings_are_left_alone()?;
    let (mut stream, mut client) = pair()?;
    let _ = greet(&stream, "Ada");
    let sent = stream.write_all(b"How are you?").is_ok();
    let _ = client.write_all(b"Fine");
    let _ = client.shutdown(Shutdown::Write);
    let heard = all_that_comes(stream);
    let said = all_that_comes(client);
    let why = format!(
        "After `greet` the owner writes \"How are you?\", and the client receives only\n  \
         {said:?}\n  Has `greet` ended something that is not its own? It has borrowed the stream."
    );
    ensure(sent && said.ends_with("How are you?"), || why)?;
    let what = "what the owner reads after `greet`; the client has answered \"Fine\"";
    let look = "Has `greet` ended, or read, something that is not its own?";
    equal(what, heard.as_str(), "Fine", look)?;
    let waits = "The owner's stream does not wait (`set_nonblocking`). After `greet` it does.\n  A \
                 setting is the stream's, and stays when `greet` has returned. Whose stream is it?";
    // Sooner than the whole check is given up.
    within(Duration::from_secs(2), waits, what_does_not_wait_stays_so)?
}

fn settings(stream: &TcpStream) -> [String; 3] {
    [
        format!("nodelay: {:?}", stream.nodelay().ok()),
        format!("read_timeout: {:?}", stream.read_timeout().ok()),
        format!("write_timeout: {:?}", stream.write_timeout().ok()),
    ]
}

fn settings_are_left_alone() -> Outcome {
    let seven = Some(Duration::from_secs(7));
    for (timeout, can_write) in [(None, true), (seven, true), (seven, false)] {
        let (stream, _client) = pair()?;
        let _ = stream.set_nodelay(timeout.is_some());
        let _ = stream.set_read_timeout(timeout);
        let _ = stream.set_write_timeout(timeout);
        let before = settings(&stream);
        if !can_write {
            let _ = stream.shutdown(Shutdown::Write);
        }
        let result = greet(&stream, "Ada").map_err(|error| error.kind());
        let what = format!("the stream's settings after `greet`, which has said {result:?}");
        let look = "A setting is the stream's, and stays when `greet` has returned, also with an \
                    error. Whose stream is it?";
        equal(&what, settings(&stream), before, look)?;
    }
    Ok(())
}

/// If it waits, there is nothing that it could wait for.
fn what_does_not_wait_stays_so() -> Outcome {
    let (mut stream, _client) = pair()?;
    let _ = stream.set_nonblocking(true);
    let _ = greet(&stream, "Ada");
    let came = stream.read(&mut [0]).map_err(|error| error.kind());
    let what = "a read by the owner, if nothing has come and the stream does not wait";
    let expected = Err(ErrorKind::WouldBlock);
    equal(what, came, expected, "Has `greet` ended it?")
}
