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

use std::io::{self, ErrorKind, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use std::{env, panic, thread};

use connection::{Connection, Door};
use shutdown::Stop;
use step_06_graceful_shutdown::ThreadPool;

/// How long to pause after a failed `accept`. The usual reason, too many open files, does not pass
/// within a microsecond, and asking again at once would keep a processor busy with failing.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

const WORKERS: usize = 4;

/// Clients that may queue for a worker. Whoever comes later waits in the kernel, at no cost for us.
const QUEUE: usize = 400;

/// Clients that the kernel keeps until they are accepted: the standard library asks for 128, and
/// Linux allows one more. When we stop, these were here before; whoever comes later is a newcomer.
const BACKLOG: usize = 129;

fn main() -> ExitCode {
    // A panic is logged like everything else, and not on a standard error that nobody may read.
    panic::set_hook(Box::new(|panic| {
        log::line(panic.to_string().replace('\n', " "));
        if thread::current().name() == Some("main") {
            log::flush(); // a panic here ends the process
        }
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
    log::start().map_err(cannot("start the log"))?;
    let listener = listen()?;
    let stop = Stop::on_signal(&listener).map_err(cannot("watch for Ctrl-C"))?;
    let pool = ThreadPool::with_queue(WORKERS, QUEUE).map_err(cannot("start the workers"))?;
    let pool = Arc::new(pool);
    let room = waiting_room::open(Arc::clone(&pool), Arc::clone(&stop));
    let (door, room) = room.map_err(cannot("open the waiting room"))?;
    announce(&listener)?;
    settings::read();
    accept_clients(&listener, &pool, &door, &stop);
    // The order is the design: we close in the direction in which clients walk.
    drop(listener); // newcomers are refused
    drop(door); // the last copies are those of the clients that are still here
    let _ = room.join(); // every client has left, and with this thread its `pool`
    drop(pool); // every worker has ended
    log::line("Stopped");
    log::flush();
    Ok(())
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

fn accept_clients(listener: &TcpListener, pool: &ThreadPool, door: &Door, stop: &Stop) {
    let mut backlog = BACKLOG;
    while backlog > 0 {
        let is_stopping = stop.requested_at().is_some();
        // From now on, an empty backlog is a `WouldBlock`.
        if is_stopping && listener.set_nonblocking(true).is_err() {
            return;
        }
        match listener.accept() {
            Ok((_, peer)) if stop.is_wake_up(peer) => {}
            Ok((stream, peer)) => {
                backlog -= usize::from(is_stopping);
                Connection::new(stream, peer, door.clone(), Arc::clone(&stop.guests)).queue(pool);
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => return,
            Err(error) => give_way(&error, door),
        }
    }
}

/// After an `accept` that has failed.
fn give_way(error: &io::Error, door: &Door) {
    log::line(format_args!("cannot accept a client: {error}"));
    match error.kind() {
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset => {} // it has gone already
        _ => {
            let _ = door.send(None); // let silent clients make room
            thread::sleep(ACCEPT_PAUSE);
        }
    }
}
