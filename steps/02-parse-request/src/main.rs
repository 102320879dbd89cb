//! Step 02: what a client sends becomes a request, or a reason why not.

mod connection;
mod log;
mod parse_error;
mod reading;
mod request;
mod syntax;

use std::env;
use std::io::{self, ErrorKind, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use connection::Connection;

const DEFAULT_ADDRESS: &str = "127.0.0.1:7878";

/// How long to pause after a failed `accept`. The usual reason, too many open files, does not pass
/// within a microsecond, and asking again at once would keep a processor busy with failing.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

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

/// Listens on the address that the first argument names, or on 127.0.0.1:7878.
fn listen() -> Result<TcpListener, String> {
    let address = match env::args_os().nth(1) {
        Some(argument) => argument.to_string_lossy().into_owned(),
        None => DEFAULT_ADDRESS.to_string(),
    };
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
    let address = listener
        .local_addr()
        .map_err(|error| format!("cannot learn the port: {error}"))?;
    log::line(format!("Listening on http://{address}"));
    Ok(())
}

/// Never returns, so it can stand where any type is expected.
fn accept_clients(listener: &TcpListener) -> ! {
    loop {
        match listener.accept() {
            Ok((stream, peer)) => Connection::new(stream, peer).serve(),
            Err(error) => {
                log::line(format!("cannot accept a client: {error}"));
                thread::sleep(ACCEPT_PAUSE);
            }
        }
    }
}
