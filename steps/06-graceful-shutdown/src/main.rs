//! Step 06: Ctrl-C stops the server, and every reply that is under way still arrives.

mod connection;
mod log;
mod parse_error;
mod reading;
mod request;
mod response;
mod router;
mod settings;
mod shutdown;
mod signals;
mod syntax;
mod waiting_room;

use std::env;
use std::io::{self, ErrorKind, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::{panic, thread};

use connection::Connection;
use step_06_graceful_shutdown::ThreadPool;

const DEFAULT_ADDRESS: &str = "127.0.0.1:7878";

/// How long to pause after a failed `accept`. The usual reason, too many open files, does not pass
/// within a microsecond, and asking again at once would keep a processor busy with failing.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

const WORKERS: usize = 4;

/// Clients that may queue for a worker. Together with the seats of the waiting room that stays
/// below 1,024, the number of open files that Linux commonly allows a process.
const QUEUE: usize = 400;

/// Clients that the kernel keeps for a listener until they are accepted: the standard library asks
/// for 128, and Linux allows one more. Whoever comes later is a newcomer.
const BACKLOG: usize = 129;

fn main() -> ExitCode {
    // A panic is logged like everything else, and not on a standard error that nobody may read.
    panic::set_hook(Box::new(|panic| {
        log::line(panic.to_string().replace('\n', " "))
    }));
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
    shutdown::watch(&listener).map_err(|error| format!("cannot watch for Ctrl-C: {error}"))?;
    let pool = ThreadPool::new(WORKERS, QUEUE)
        .map_err(|error| format!("cannot start {WORKERS} workers: {error}"))?;
    let pool = Arc::new(pool);
    let (door, waiting_room) = waiting_room::open(Arc::clone(&pool))
        .map_err(|error| format!("cannot open the waiting room: {error}"))?;
    announce(&listener)?;
    accept_clients(&listener, &pool, &door);
    // The order is the design: we close in the direction in which clients walk.
    drop(listener); // newcomers are refused
    drop(door); // the last copies are those of the clients that are still here
    let _ = waiting_room.join(); // every client has left, and with this thread its `pool`
    drop(pool); // every worker has ended
    log::line("Stopped".to_string());
    log::flush();
    Ok(())
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

fn accept_clients(listener: &TcpListener, pool: &ThreadPool, door: &Sender<Connection>) {
    while shutdown::requested_at().is_none() {
        match listener.accept() {
            Ok((stream, peer)) => admit(stream, peer, pool, door),
            Err(error) => {
                log::line(format!("cannot accept a client: {error}"));
                thread::sleep(ACCEPT_PAUSE);
            }
        }
    }
    // Whoever connected before we stopped is in the kernel's backlog, and no newcomer.
    if listener.set_nonblocking(true).is_ok() {
        for _ in 0..BACKLOG {
            match listener.accept() {
                Ok((stream, peer)) => admit(stream, peer, pool, door),
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(_) => {} // this one has gone again
            }
        }
    }
}

fn admit(stream: TcpStream, peer: SocketAddr, pool: &ThreadPool, door: &Sender<Connection>) {
    if shutdown::is_wake_up(peer) {
        return;
    }
    let connection = Connection::new(stream, peer, door.clone());
    pool.execute(move || connection.serve());
}
