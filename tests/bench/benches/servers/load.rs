//! The load: clients that ask for `/` again and again, each over a new connection.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use kit::{PATIENCE, get};

use crate::server::Server;

/// How long each client goes on.
#[derive(Clone, Copy)]
pub enum Limit {
    Time(Duration),
    Requests(usize),
}

/// What the clients have seen.
pub struct Load {
    /// How long each reply took, the fastest first.
    pub latencies: Vec<Duration>,
    /// From the first request to the last reply.
    pub elapsed: Duration,
}

/// Runs `clients` threads at once against a server.
///
/// # Panics
/// If a reply is wrong or does not come: numbers about a server that fails would mean nothing.
pub fn run(server: &Server, clients: usize, limit: Limit) -> Load {
    let target = Target::of(server);
    let start = Arc::new(Barrier::new(clients + 1));
    let (sender, results) = mpsc::channel();
    for _ in 0..clients {
        let (target, start, sender) = (target.clone(), Arc::clone(&start), sender.clone());
        thread::spawn(move || {
            start.wait();
            let _ = sender.send(target.ask_repeatedly(limit));
        });
    }
    start.wait();
    collect(&results, clients, limit)
}

fn collect(results: &Receiver<io::Result<Vec<Duration>>>, clients: usize, limit: Limit) -> Load {
    let start = Instant::now();
    // One deadline for all. A time limit for each socket would cost two system calls per request.
    let deadline = match limit {
        Limit::Time(time) => start + time + PATIENCE,
        Limit::Requests(_) => start + PATIENCE,
    };
    let mut latencies = Vec::new();
    for _ in 0..clients {
        let left = deadline.saturating_duration_since(Instant::now());
        match results.recv_timeout(left) {
            Ok(Ok(of_one_client)) => latencies.extend(of_one_client),
            Ok(Err(error)) => panic!("one of {clients} clients asked for / in vain: {error}"),
            Err(_) => panic!("after {:?}, clients still wait", start.elapsed()),
        }
    }
    let elapsed = start.elapsed();
    latencies.sort_unstable();
    Load { latencies, elapsed }
}

/// Whom to ask, and how many bytes to expect.
#[derive(Clone)]
pub struct Target {
    address: SocketAddr,
    request: Vec<u8>,
    length: usize,
}

impl Target {
    /// Asks once, and looks at the reply closely. Of later replies only the status and the number
    /// of bytes are checked, as that costs the clients next to nothing.
    pub fn of(server: &Server) -> Target {
        let (address, request) = (server.address(), get("/"));
        let mut client = kit::Client::connect(address);
        client.send(&request);
        let (bytes, ending) = client.read_to_end();
        let length = bytes.len();
        kit::Reply::parse("GET /".to_string(), bytes, ending)
            .expect_status(200, "the route / in src/router.rs");
        Target {
            address,
            request,
            length,
        }
    }

    fn ask_repeatedly(&self, limit: Limit) -> io::Result<Vec<Duration>> {
        let start = Instant::now();
        let mut latencies = Vec::new();
        loop {
            latencies.push(self.ask()?);
            let is_enough = match limit {
                Limit::Time(time) => start.elapsed() >= time,
                Limit::Requests(count) => latencies.len() >= count,
            };
            if is_enough {
                return Ok(latencies);
            }
        }
    }

    /// Asks for `/` once: how long it took, from before the connection to the end of the reply.
    ///
    /// # Errors
    /// The operating system's, and `Other` for a reply that is wrong.
    pub fn ask(&self) -> io::Result<Duration> {
        let mut buffer = [0; 16 * 1024];
        let start = Instant::now();
        let mut stream = TcpStream::connect(self.address)?;
        stream.write_all(&self.request)?;
        let mut length = 0;
        loop {
            match stream.read(&mut buffer[length..])? {
                0 => break,
                count => length += count,
            }
        }
        let latency = start.elapsed();
        let reply = &buffer[..length];
        if reply.starts_with(b"HTTP/1.1 200 ") && length == self.length {
            Ok(latency)
        } else {
            Err(io::Error::other(kit::readable(reply)))
        }
    }
}
