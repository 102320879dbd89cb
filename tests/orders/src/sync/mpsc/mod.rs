//! `std::sync::mpsc`: outside of an order the real channels, and inside queues that the scheduler
//! knows.

mod queue;
mod receivers;
mod senders;
mod taking;

pub use std::sync::mpsc::*;

pub use receivers::{IntoIter, Iter, Receiver, TryIter};
pub use senders::{Sender, SyncSender};

use queue::Queue;
use std::panic::Location;
use std::sync::Arc;

/// An end of a channel.
enum Inner<R, T> {
    Real(R),
    Ordered(Arc<Queue<T>>),
}

#[must_use]
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    if let Some((one, other)) = Queue::ends(Location::caller(), None) {
        return (Sender(one), Receiver(other));
    }
    let (sender, receiver) = std::sync::mpsc::channel();
    (Sender(Inner::Real(sender)), Receiver(Inner::Real(receiver)))
}

#[must_use]
#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    if let Some((one, other)) = Queue::ends(Location::caller(), Some(bound)) {
        return (SyncSender(one), Receiver(other));
    }
    let (sender, receiver) = std::sync::mpsc::sync_channel(bound);
    (
        SyncSender(Inner::Real(sender)),
        Receiver(Inner::Real(receiver)),
    )
}
