//! The bare loop: what the operating system takes for one connection after another, and nothing
//! else. It runs as a process of its own, as the servers do.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};

pub const NAME: &str = "bare loop";

/// The argument that turns this program into the bare loop.
pub const WORD: &str = "bare-loop";

/// Listens on `address`, and sends everybody the bytes of the file `reply`.
pub fn run(reply: &OsStr, address: &OsStr) {
    let reply = fs::read(reply).expect("the bench has written the reply");
    let listener = TcpListener::bind(&*address.to_string_lossy()).expect("the port is free");
    let address = listener.local_addr().expect("the socket is open");
    println!("Listening on http://{address}");
    for stream in listener.incoming() {
        // A client that goes away costs its reply, as it does in the steps.
        let _ = stream.and_then(|stream| serve(stream, &reply));
    }
}

fn serve(mut stream: TcpStream, reply: &[u8]) -> io::Result<()> {
    let _count = stream.read(&mut [0; 1024])?; // a request comes in one piece, more or less
    stream.write_all(reply)
}
