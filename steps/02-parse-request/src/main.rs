//! Step 02: what a client sends becomes a request, or a reason why not.

mod log;
mod parse_error;
mod reading;
mod request;
mod syntax;

use std::io::{self, ErrorKind, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

use reading::read_request;

/// How long to pause after a failed `accept`. The usual reason, too many open files, does not pass
/// within a microsecond, and asking again at once would keep a processor busy with failing.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// What everybody is told. No header says how long the page is: it ends where the connection ends
/// (RFC 9112, section 6.3).
const REPLY: &[u8] = b"HTTP/1.1 200 OK\r\n\r\n<h1>Hello</h1>\n";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // `eprintln!` would panic if standard error were closed.
            let _ = writeln!(io::stderr(), "{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let listener = listen()?;
    announce(&listener)?;
    accept_clients(&listener)
}

/// Puts before an error what could not be done.
fn cannot(what: &str) -> impl Fn(io::Error) -> String {
    move |error| format!("cannot {what}: {error}")
}

/// Listens on the address that the first argument names, or on 127.0.0.1:7878.
fn listen() -> Result<TcpListener, String> {
    let argument = env::args_os().nth(1).unwrap_or("127.0.0.1:7878".into());
    let address = argument.to_string_lossy();
    address
        .parse::<SocketAddr>()
        .map_err(|error| io::Error::new(ErrorKind::InvalidInput, error))
        .and_then(TcpListener::bind)
        .map_err(|error| format!("cannot listen on {address}: {error}; {}", advice(&error)))
}

fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::AddrInUse => {
            "stop the program that uses it, or let the system choose a port: -- 127.0.0.1:0"
        }
        ErrorKind::PermissionDenied => "try a port above 1023: -- 127.0.0.1:8080",
        _ => "try an IP address of this machine and a port: -- 127.0.0.1:8080",
    }
}

fn announce(listener: &TcpListener) -> Result<(), String> {
    let address = listener.local_addr().map_err(cannot("learn the port"))?;
    log::line(format_args!("Listening on http://{address}"));
    Ok(())
}

/// Never returns, so it can stand where any type is expected.
fn accept_clients(listener: &TcpListener) -> ! {
    loop {
        match listener.accept() {
            Ok((stream, peer)) => {
                if let Err(error) = greet(stream, peer) {
                    log::line(format_args!("{peer} let go: {error}"));
                }
            }
            Err(error) => give_way(&error),
        }
    }
}

/// After an `accept` that has failed.
fn give_way(error: &io::Error) {
    log::line(format_args!("cannot accept a client: {error}"));
    match error.kind() {
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset => {} // it has gone already
        _ => thread::sleep(ACCEPT_PAUSE),
    }
}

/// Owns the stream, so the connection ends here.
fn greet(mut stream: TcpStream, peer: SocketAddr) -> io::Result<()> {
    log::line(format_args!("{peer} Connection established!"));
    let request = read_request(&stream).map_err(io::Error::other)?;
    let (method, target) = (request.method(), request.target());
    log::line(format_args!("{peer} {method:.20} {target:.100}"));
    stream.write_all(REPLY)
}
