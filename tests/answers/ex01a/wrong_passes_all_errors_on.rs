use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    mut bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    let Some(port) = ports.into_iter().next() else {
        return Err(ErrorKind::InvalidInput.into());
    };
    let listener = bind(port)?;
    Ok(listener)
}
