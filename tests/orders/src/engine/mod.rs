//! The scheduler: what it knows, how it chooses, and how it tells what went wrong.

mod arrive;
mod choose;
pub(crate) mod dice;
pub(crate) mod exec;
pub(crate) mod explorer;
pub(crate) mod failure;
mod habits;
pub(crate) mod here;
mod isolated;
mod life;
pub(crate) mod model;
pub(crate) mod panics;
pub(crate) mod rules;
mod run;
pub(crate) mod schedule;
mod search;
pub(crate) mod state;
mod story;
mod thing;
mod thread;
mod troubles;
pub(crate) mod walk;
mod words;

pub(crate) use exec::{Exec, Packet, locked};
pub(crate) use here::{Here, Me, gently, here, inside, is_over, leave_for_good, patiently};
pub(crate) use model::{Channel, Id, Known, Model, Place, Tid, Wait};
pub(crate) use state::{CLOCK, State};
pub(crate) use thread::Step;
