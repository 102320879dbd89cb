//! The scheduler: what it knows, how it chooses, and how it tells what went wrong.

pub(crate) mod choose;
pub(crate) mod dice;
pub(crate) mod exec;
pub(crate) mod explorer;
pub(crate) mod failure;
pub(crate) mod front;
pub(crate) mod habits;
pub(crate) mod here;
mod isolated;
mod life;
mod locks;
mod me;
pub(crate) mod model;
pub(crate) mod panics;
mod ready;
mod registry;
mod rules;
mod run;
pub(crate) mod schedule;
mod search;
pub(crate) mod state;
mod step;
mod table;
mod tell;
mod thread;
mod troubles;
pub(crate) mod walk;
mod words;

pub(crate) use here::{Here, Me, gently, here, inside, is_over, leave_for_good, patiently};
pub(crate) use model::{Channel, Id, Ident, Model, Place, Tid, Wait};
pub(crate) use step::Step;
