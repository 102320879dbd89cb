//! The receiving end, and its items, one after the other.

use super::Inner;
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::mpsc::{RecvError, RecvTimeoutError, TryRecvError};
use std::time::Duration;

pub struct Receiver<T>(pub(super) Inner<std::sync::mpsc::Receiver<T>, T>);

#[derive(Debug)]
pub struct Iter<'a, T: 'a>(&'a Receiver<T>);

#[derive(Debug)]
pub struct TryIter<'a, T: 'a>(&'a Receiver<T>);

#[derive(Debug)]
pub struct IntoIter<T>(Receiver<T>);

impl<T> Receiver<T> {
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

macro_rules! iterators {
    ($($iter:ty: $receive:ident;)+) => {$(
        impl<T> Iterator for $iter {
            type Item = T;

            #[track_caller]
            fn next(&mut self) -> Option<T> {
                self.0.$receive().ok()
            }
        }
    )+};
}

iterators! {
    Iter<'_, T>: recv;
    TryIter<'_, T>: try_recv;
    IntoIter<T>: recv;
}
