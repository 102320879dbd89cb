use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    mut bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    if ports.is_empty() {
        return Err(io::Error::new(
            ErrorKind::InvalidInput,
            "the range is empty",
        ));
    }
    for port in ports {
        match bind(port) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("no port of the range is free"))
}
