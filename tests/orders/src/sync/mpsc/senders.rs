//! The sending ends.

use super::Inner;
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::mpsc::{SendError, TrySendError};

pub struct Sender<T>(pub(super) Inner<std::sync::mpsc::Sender<T>, T>);

pub struct SyncSender<T>(pub(super) Inner<std::sync::mpsc::SyncSender<T>, T>);

macro_rules! common {
    ($($name:ident)+) => {$(
        impl<T> $name<T> {
            #[track_caller]
            pub fn send(&self, t: T) -> Result<(), SendError<T>> {
                match &self.0 {
                    Inner::Real(real) => real.send(t),
                    Inner::Ordered(queue) => queue.send(t, Location::caller()),
                }
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> $name<T> {
                $name(match &self.0 {
                    Inner::Real(real) => Inner::Real(real.clone()),
                    Inner::Ordered(queue) => {
                        queue.another_sender();
                        Inner::Ordered(queue.clone())
                    }
                })
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                if let Inner::Ordered(queue) = &self.0 {
                    queue.without_sender();
                }
            }
        }

        impl<T> Debug for $name<T> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}

common!(Sender SyncSender);

impl<T> SyncSender<T> {
    #[track_caller]
    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {
        match &self.0 {
            Inner::Real(real) => real.try_send(t),
            Inner::Ordered(queue) => queue.try_send(t, Location::caller()),
        }
    }
}
