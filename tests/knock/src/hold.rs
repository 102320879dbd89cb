//! Clients that stay.

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::{crowd, say, wire};

/// How long they stay if nobody sends them away.
const STAY: Duration = Duration::from_secs(60);

/// Opens so many silent connections, and closes them when Enter is pressed or standard input ends.
///
/// # Errors
/// The line of the first connection that cannot be opened.
pub fn hold(address: SocketAddr, count: usize) -> Result<String, String> {
    let connections = (0..count).map(|_| wire::connect(address));
    let connections = connections.collect::<Result<Vec<_>, _>>()?;
    say(&match count {
        1 => "1 silent connection is open; Enter closes it\n".to_string(),
        _ => format!("{count} silent connections are open; Enter closes them\n"),
    });
    wait_for_enter();
    drop(connections);
    Ok(String::new())
}

/// Lets so many clients ask for `path` and keep their connections, until Enter is pressed or standard
/// input ends.
///
/// # Errors
/// The line of the first connection that cannot be opened.
pub fn stay(address: SocketAddr, count: usize, path: &str) -> Result<String, String> {
    let (connections, text) = crowd::stay(address, count, path)?;
    say(&format!(
        "{text}all connections stay open; Enter closes them\n"
    ));
    wait_for_enter();
    drop(connections);
    Ok(String::new())
}

fn wait_for_enter() {
    let (pressed, enter) = mpsc::channel();
    thread::spawn(move || {
        let _ = io::stdin().read_line(&mut String::new());
        let _ = pressed.send(());
    });
    let _ = enter.recv_timeout(STAY);
}
