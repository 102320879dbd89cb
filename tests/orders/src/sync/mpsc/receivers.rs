//! The receiving end.

use super::queue::Queue;
use super::{IntoIter, Iter, TryIter};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::Arc;
use std::sync::mpsc::{RecvError, RecvTimeoutError, TryRecvError};
use std::time::Duration;

pub struct Receiver<T>(Inner<T>);

enum Inner<T> {
    Real(std::sync::mpsc::Receiver<T>),
    Ordered(Arc<Queue<T>>),
}

impl<T> Receiver<T> {
    pub(super) fn ordered(queue: Arc<Queue<T>>) -> Receiver<T> {
        Receiver(Inner::Ordered(queue))
    }

    pub(super) fn real(real: std::sync::mpsc::Receiver<T>) -> Receiver<T> {
        Receiver(Inner::Real(real))
    }

    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        match &self.0 {
            Inner::Real(real) => real.recv(),
            Inner::Ordered(queue) => {
                let received = queue.receive(Some(None), Location::caller());
                received.map_err(|_| RecvError)
            }
        }
    }

    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        match &self.0 {
            Inner::Real(real) => real.try_recv(),
            Inner::Ordered(queue) => {
                let received = queue.receive(None, Location::caller());
                received.map_err(|error| match error {
                    RecvTimeoutError::Timeout => TryRecvError::Empty,
                    RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
                })
            }
        }
    }

    /// As [`std::sync::mpsc::Receiver::recv_timeout`], on the clock of the order.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        match &self.0 {
            Inner::Real(real) => real.recv_timeout(timeout),
            Inner::Ordered(queue) => queue.receive(Some(Some(timeout)), Location::caller()),
        }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self)
    }

    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter(self)
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Inner::Ordered(queue) = &self.0 {
            queue.without_receiver();
        }
    }
}

impl<T> Debug for Receiver<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self)
    }
}
