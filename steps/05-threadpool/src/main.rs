//! Step 05: four workers share one queue, and none of them waits for a silent client.

mod connection;
mod log;
mod parse_error;
mod reading;
mod request;
mod response;
mod router;
mod settings;
mod syntax;
mod waiting_room;

use std::io::{self, ErrorKind, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use std::{env, panic, thread};

use connection::{Connection, Door};
use step_05_threadpool::ThreadPool;

/// How long to pause after a failed `accept`. The usual reason, too many open files, does not pass
/// within a microsecond, and asking again at once would keep a processor busy with failing.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

const WORKERS: usize = 4;

/// Clients that may queue for a worker. Whoever comes later waits in the kernel, at no cost for us.
const QUEUE: usize = 400;

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
    let pool = ThreadPool::with_queue(WORKERS, QUEUE).map_err(cannot("start the workers"))?;
    let pool = Arc::new(pool);
    let door = waiting_room::open(Arc::clone(&pool));
    let door = door.map_err(cannot("open the waiting room"))?;
    announce(&listener)?;
    settings::read();
    accept_clients(&listener, &pool, &door)
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
fn accept_clients(listener: &TcpListener, pool: &ThreadPool, door: &Door) -> ! {
    loop {
        match listener.accept() {
            Ok((stream, peer)) => Connection::new(stream, peer, door.clone()).queue(pool),
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
