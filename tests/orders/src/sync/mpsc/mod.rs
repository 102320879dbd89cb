//! `std::sync::mpsc`: outside of an order the real channels, and inside queues that the scheduler
//! knows.

mod ends;
mod iter;
mod queue;
mod receive;
mod receivers;
mod senders;

pub use std::sync::mpsc::*;

pub use iter::{IntoIter, Iter, TryIter};
pub use receivers::Receiver;
pub use senders::{Sender, SyncSender};

use crate::engine::inside;
use queue::Queue;
use std::panic::Location;
use std::sync::Arc;

#[must_use]
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    match inside() {
        Some(me) => {
            let queue = Arc::new(Queue::new(&me, Location::caller(), None));
            (
                Sender::ordered(Arc::clone(&queue)),
                Receiver::ordered(queue),
            )
        }
        None => {
            let (sender, receiver) = std::sync::mpsc::channel();
            (Sender::real(sender), Receiver::real(receiver))
        }
    }
}

#[must_use]
#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    match inside() {
        Some(me) => {
            let queue = Arc::new(Queue::new(&me, Location::caller(), Some(bound)));
            (
                SyncSender::ordered(Arc::clone(&queue)),
                Receiver::ordered(queue),
            )
        }
        None => {
            let (sender, receiver) = std::sync::mpsc::sync_channel(bound);
            (SyncSender::real(sender), Receiver::real(receiver))
        }
    }
}
