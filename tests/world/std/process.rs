//! `std::process`: its end is the end of the world.

use crate::report;
use std::process::Termination;

pub struct ExitCode(i32);

impl ExitCode {
    pub const SUCCESS: ExitCode = ExitCode(0);
    pub const FAILURE: ExitCode = ExitCode(1);
}

impl Termination for ExitCode {
    /// What happens when `main` has returned.
    fn report(self) -> std::process::ExitCode {
        report::main_has_returned(self.0)
    }
}

pub fn exit(code: i32) -> ! {
    report::exits(code)
}
