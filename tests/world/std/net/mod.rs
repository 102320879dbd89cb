//! `std::net` in memory, as far as the server uses it.

mod listener;
mod stream;

pub use listener::TcpListener;
pub use std::net::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr};
pub use stream::TcpStream;
