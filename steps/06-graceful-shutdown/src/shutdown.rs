//! The stop: from the first Ctrl-C to the last client.

use std::io::{self, PipeReader, Read};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{LazyLock, OnceLock};
use std::time::{Duration, Instant};
use std::{process, thread};

use crate::settings::millis;
use crate::{connection, log, signals};

/// How long the clients that are there may take to be served.
static STOP_TIME: LazyLock<Duration> = LazyLock::new(|| millis("STOP_MS", 30_000));

static REQUESTED_AT: OnceLock<Instant> = OnceLock::new();

/// The client's end of the connection that wakes `accept`.
static WAKE_UP: OnceLock<Option<SocketAddr>> = OnceLock::new();

/// When the first Ctrl-C or SIGTERM came, if one has come.
pub fn requested_at() -> Option<Instant> {
    REQUESTED_AT.get().copied()
}

/// Whether `peer` is no client, but this program, which has connected to itself.
pub fn is_wake_up(peer: SocketAddr) -> bool {
    requested_at().is_some() && *WAKE_UP.wait() == Some(peer)
}

/// From here on, the first Ctrl-C or SIGTERM sets [`requested_at`] and wakes the thread that waits
/// in `listener.accept()`. The second ends the process, with exit code 130.
///
/// If the process is still there when the time for stopping is over, it ends with exit code 1, and
/// the log says how many clients were left.
///
/// # Errors
/// The operating system's, if it refuses a pipe, a thread or a signal handler.
pub fn watch(listener: &TcpListener) -> io::Result<()> {
    let address = reachable(listener.local_addr()?);
    let signals = signals::receive()?;
    let spare_descriptor = signals.try_clone()?;
    let thread = thread::Builder::new().name("signals".to_string());
    thread.spawn(move || attend(signals, spare_descriptor, address))?;
    Ok(())
}

/// 0.0.0.0 and :: mean every address of this machine, but one cannot connect to every address.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address {
        SocketAddr::V4(v4) if v4.ip().is_unspecified() => {
            address.set_ip(Ipv4Addr::LOCALHOST.into())
        }
        SocketAddr::V6(v6) if v6.ip().is_unspecified() => {
            address.set_ip(Ipv6Addr::LOCALHOST.into())
        }
        _ => {}
    }
    address
}

fn attend(mut signals: PipeReader, spare_descriptor: PipeReader, address: SocketAddr) {
    let mut byte = [0];
    if signals.read_exact(&mut byte).is_ok() {
        log::line("Stopping; Ctrl-C again stops at once".to_string());
        let _ = REQUESTED_AT.set(Instant::now());
        // `accept` waits for a connection: here is one. It takes a file descriptor; if all are in
        // use, the spare one is free now.
        drop(spare_descriptor);
        let own_address = TcpStream::connect_timeout(&address, Duration::from_millis(100))
            .and_then(|connection| connection.local_addr())
            .inspect_err(|error| log::line(format!("cannot wake the listener: {error}")));
        let _ = WAKE_UP.set(own_address.ok());
        start_time_limit();
    }
    if signals.read_exact(&mut byte).is_ok() {
        process::exit(130); // what a shell reports for a program that Ctrl-C ended: 128 + SIGINT
    }
}

fn start_time_limit() {
    let give_up = move || {
        thread::sleep(*STOP_TIME);
        let (count, time) = (connection::count(), *STOP_TIME);
        log::line(format!("Gave up on {count} clients after {time:?}"));
        log::flush();
        process::exit(1);
    };
    let thread = thread::Builder::new().name("time-limit".to_string());
    if let Err(error) = thread.spawn(give_up) {
        log::line(format!("Stopping without a time limit: {error}"));
    }
}
