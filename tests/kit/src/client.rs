//! A client that says exactly what it is told to say.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::{PATIENCE, READABLE, fail, machine};

/// How a connection ended, as its client sees it.
#[derive(Debug, PartialEq)]
pub enum Ending {
    /// Cleanly: the server said that it has no more to say (a FIN).
    Closed,
    /// "Connection reset by peer": what was under way may be lost (a RST).
    Reset,
    /// Not within the deadline.
    StillOpen,
}

/// One connection.
pub struct Client {
    stream: TcpStream,
    pub(crate) sent: Vec<u8>,
}

impl Client {
    /// Connects.
    #[track_caller]
    pub fn connect(address: SocketAddr) -> Client {
        Client::try_connect(address).unwrap_or_else(|error| {
            let sent = format!("a connection to {address}");
            let look_at = "the accept loop in src/main.rs: does it still run?";
            fail(&sent, "it is accepted", &error.to_string(), look_at)
        })
    }

    /// Connects, or says why not.
    ///
    /// # Errors
    /// The operating system's.
    pub fn try_connect(address: SocketAddr) -> io::Result<Client> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        // A Mac refuses both where the server has reset already; whoever reads then sees that.
        let _ = stream.set_write_timeout(Some(PATIENCE));
        let _ = stream.set_nodelay(true);
        let sent = Vec::new();
        Ok(Client { stream, sent })
    }

    /// Whether a new connection is refused, because nobody listens there.
    pub fn is_refused(address: SocketAddr) -> bool {
        let refused = |error: io::Error| error.kind() == ErrorKind::ConnectionRefused;
        Client::try_connect(address).is_err_and(refused)
    }

    /// This end's address, by which the server's log names this client.
    pub fn name(&self) -> String {
        let address = self.stream.local_addr();
        address.expect("the socket is open").to_string()
    }

    /// Sends bytes, and says whether all of them were taken. If not, that is no failure here: what
    /// the server answers counts.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        if self.sent.len() < READABLE {
            self.sent.extend(bytes.as_ref()); // for the messages, which do not show more
        }
        self.stream.write_all(bytes.as_ref()).is_ok()
    }

    /// Sends each byte in a packet of its own.
    pub fn send_byte_by_byte(&mut self, bytes: impl AsRef<[u8]>) {
        for byte in bytes.as_ref() {
            self.send([*byte]);
        }
    }

    /// Says that nothing more will be sent, and goes on reading.
    pub fn finish_sending(&self) {
        let _ = self.stream.shutdown(Shutdown::Write);
    }

    /// Goes away with a reset, as a process does that is killed with unread data.
    pub fn reset(self) {
        machine::reset(self.stream);
    }

    /// Whether nothing comes for a tenth of a second, not even the end. Where that is expected, a
    /// slow machine cannot make it fail.
    pub fn hears_nothing(&mut self) -> bool {
        !self.hears_within(Duration::from_millis(100))
    }

    /// Whether something comes in time, be it the end. It stays there to be read.
    pub fn hears_within(&mut self, limit: Duration) -> bool {
        let _ = self.stream.set_read_timeout(Some(limit));
        loop {
            match self.stream.peek(&mut [0]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return !is_timeout(&error),
                Ok(_) => return true,
            }
        }
    }

    /// Reads until the server ends the connection: all that came, and how it ended.
    pub fn read_to_end(&mut self) -> (Vec<u8>, Ending) {
        self.read_to_end_within(PATIENCE)
    }

    /// Like [`Client::read_to_end`], with another deadline.
    pub fn read_to_end_within(&mut self, limit: Duration) -> (Vec<u8>, Ending) {
        let deadline = Instant::now() + limit;
        self.read_while(|| deadline.saturating_duration_since(Instant::now()))
    }

    /// Reads until the server ends the connection, or until nothing has come for `patience`.
    pub fn read_to_silence(&mut self, patience: Duration) -> (Vec<u8>, Ending) {
        self.read_while(|| patience)
    }

    fn read_while(&mut self, left: impl Fn() -> Duration) -> (Vec<u8>, Ending) {
        let mut received = Vec::new();
        let mut chunk = [0; 16 * 1024];
        let ending = loop {
            let left = left();
            if left.is_zero() {
                break Ending::StillOpen;
            }
            // A Mac refuses this after a reset, and then the read returns at once.
            let _ = self.stream.set_read_timeout(Some(left));
            match self.stream.read(&mut chunk) {
                Ok(0) => break Ending::Closed,
                Ok(count) => received.extend(&chunk[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if is_timeout(&error) => break Ending::StillOpen,
                Err(_) => break Ending::Reset,
            }
        };
        (received, ending)
    }
}

/// A read that took too long: Unix and Windows call it differently.
fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}
