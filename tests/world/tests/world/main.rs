//! The finished server in a few hundred simulated worlds; and with faults, which some of them show.
//! The world has the signals of Unix.

#![cfg(unix)]

mod covers;
#[path = "../../src/faults.rs"]
mod faults;
mod found;
#[path = "../../src/runs.rs"]
mod runs;
mod seeds;
#[path = "../../src/servers.rs"]
mod servers;
mod told;
