use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    mut bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    if ports.is_empty() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut port = *ports.start();
    while port <= *ports.end() {
        match bind(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => port += 1,
            other => return other,
        }
    }
    Err(ErrorKind::AddrInUse.into())
}
