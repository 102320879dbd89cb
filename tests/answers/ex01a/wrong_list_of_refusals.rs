use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    mut bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    let mut last = io::Error::new(ErrorKind::InvalidInput, "empty");
    for port in ports {
        match bind(port) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return Err(error),
            Err(error) => last = error,
        }
    }
    Err(last)
}
