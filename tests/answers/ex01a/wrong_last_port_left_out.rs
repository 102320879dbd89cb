use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    mut bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    let mut last = io::Error::new(ErrorKind::InvalidInput, "empty");
    for port in *ports.start()..*ports.end() {
        match bind(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => last = error,
            other => return other,
        }
    }
    Err(last)
}
