//! The items of a channel, one after the other.

use super::Receiver;

#[derive(Debug)]
pub struct Iter<'a, T: 'a>(pub(super) &'a Receiver<T>);

#[derive(Debug)]
pub struct TryIter<'a, T: 'a>(pub(super) &'a Receiver<T>);

#[derive(Debug)]
pub struct IntoIter<T>(pub(super) Receiver<T>);

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.0.try_recv().ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}
