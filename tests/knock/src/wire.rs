//! What travels between a client and a server.

use std::fmt::{self, Display, Formatter};
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long knock waits for more from a server.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long a client that says nothing waits to be let go.
pub const SILENCE: Duration = Duration::from_secs(30);

/// How a connection ended.
pub enum Ending {
    Closed,
    Reset,
    /// Nothing more came for so long.
    GivenUp(Duration),
}

impl Display for Ending {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Ending::Closed => write!(f, "the server closed the connection"),
            Ending::Reset => write!(f, "the connection was reset"),
            Ending::GivenUp(time) => write!(f, "nothing more in {} s: giving up", time.as_secs()),
        }
    }
}

/// All that a server said, and how it ended.
pub struct Heard {
    pub bytes: Vec<u8>,
    pub ending: Ending,
}

/// A connection.
pub struct Wire {
    stream: TcpStream,
}

impl Wire {
    /// Connects.
    ///
    /// # Errors
    /// A line that says why there is no connection.
    pub fn connect(address: SocketAddr) -> Result<Wire, String> {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => Ok(Wire { stream }),
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => Err(format!(
                "nobody listens on {address}: start a step first, \
                 for example cargo run -p step-01-listener"
            )),
            Err(error) => Err(format!("no connection to {address}: {error}; try fewer")),
        }
    }

    /// Sends, and shuts nothing. A server that has gone away shows when one reads.
    pub fn send(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// Sends byte by byte, with a pause after each, until the server has something to say.
    pub fn drip(&mut self, bytes: &[u8], pause: Duration) {
        let _ = self.stream.set_nodelay(true);
        let _ = self.stream.set_read_timeout(Some(pause));
        for byte in bytes {
            self.send(&[*byte]);
            // The pause is a look whether something has come; what it is, `read_to_end` finds out.
            match self.stream.peek(&mut [0]) {
                Err(error) if is_timeout(error.kind()) => {}
                _ => return,
            }
        }
    }

    /// Reads until the connection ends, or until nothing has come for `patience`.
    pub fn read_to_end(mut self, patience: Duration) -> Heard {
        let _ = self.stream.set_read_timeout(Some(patience));
        let mut bytes = Vec::new();
        let mut chunk = [0; 16 * 1024];
        let ending = loop {
            match self.stream.read(&mut chunk) {
                Ok(0) => break Ending::Closed,
                Ok(count) => bytes.extend(chunk.iter().take(count)),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if is_timeout(error.kind()) => break Ending::GivenUp(patience),
                Err(_) => break Ending::Reset,
            }
        };
        Heard { bytes, ending }
    }
}

/// A read that took too long: Unix and Windows call it differently.
fn is_timeout(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut)
}
