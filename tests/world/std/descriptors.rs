//! The server's table of descriptors.

use crate::system::with;
use std::io;

/// "Too many open files", on every Unix.
const EMFILE: i32 = 24;

/// A place in the server's table.
#[derive(Debug)]
pub struct Descriptor(());

impl Descriptor {
    pub fn new() -> io::Result<Descriptor> {
        with(|system| {
            if system.descriptors >= system.plan.descriptors {
                return Err(io::Error::from_raw_os_error(EMFILE));
            }
            system.descriptors += 1;
            Ok(Descriptor(()))
        })
    }
}

impl Drop for Descriptor {
    fn drop(&mut self) {
        with(|system| system.descriptors -= 1);
    }
}
