use std::io::{self, ErrorKind};
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    if ports.is_empty() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let is_in_use = |result: &io::Result<L>| matches!(result, Err(error) if error.kind() == ErrorKind::AddrInUse);
    // `map` is lazy: it binds nothing before `find` asks, and nothing after it has found one.
    let found = ports.map(bind).find(|result| !is_in_use(result));
    found.unwrap_or_else(|| Err(ErrorKind::AddrInUse.into()))
}
