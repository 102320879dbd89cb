use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    mut bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    let mut first = None;
    for port in ports {
        match bind(port) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                first.get_or_insert(error);
            }
            Err(error) => return Err(first.unwrap_or(error)),
        }
    }
    Err(first.unwrap_or_else(|| ErrorKind::InvalidInput.into()))
}
