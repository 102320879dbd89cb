//! What travels between a client and a server.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use kit::{Client, Ending};

/// How long knock waits for more from a server.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long a client that says nothing waits to be let go.
pub const SILENCE: Duration = Duration::from_secs(30);

/// Connects.
///
/// # Errors
/// A line that says why there is no connection.
pub fn connect(address: SocketAddr) -> Result<Client, String> {
    Client::try_connect(address).map_err(|error| match error.kind() {
        ErrorKind::ConnectionRefused => format!(
            "nobody listens on {address}: start a step first, \
             for example cargo run -p step-01-listener"
        ),
        _ => format!("no connection to {address}: {error}; try fewer"),
    })
}

/// Sends byte by byte, with a pause after each, until the server has something to say.
pub fn drip(client: &mut Client, bytes: &[u8], pause: Duration) {
    for byte in bytes {
        client.send([*byte]);
        if client.hears_within(pause) {
            return;
        }
    }
}

/// How a connection ended, where nobody waits longer than `patience` for more.
pub fn in_words(ending: &Ending, patience: Duration) -> String {
    match ending {
        Ending::Closed => "the server closed the connection".to_string(),
        Ending::Reset => "the connection was reset".to_string(),
        Ending::StillOpen => format!("nothing more in {} s: giving up", patience.as_secs()),
    }
}
