//! What a thread does. The types of its closure and of its result end here, so that the compiler sees once
//! how a thread is started and run, and not again for each of them.

use super::locked;
use std::any::Any;
use std::sync::{Arc, Mutex};
use std::thread::Result;

/// Where a thread leaves its result.
pub(crate) type Packet<T> = Arc<Mutex<Option<Result<T>>>>;

pub(crate) struct Body<'a> {
    pub act: Box<dyn FnOnce() + Send + 'a>,
    /// Where its panic goes.
    pub packet: Arc<dyn Panics + Send + Sync + 'a>,
}

impl<'a> Body<'a> {
    pub fn new<T: Send + 'a>(f: Box<dyn FnOnce() -> T + Send + 'a>) -> (Body<'a>, Packet<T>) {
        let packet = Packet::<T>::default();
        let result = Arc::clone(&packet);
        let act = Box::new(move || *locked(&result) = Some(Ok(f())));
        let body = Body {
            act,
            packet: packet.clone(),
        };
        (body, packet)
    }
}

pub(crate) trait Panics {
    fn panics(&self, payload: Box<dyn Any + Send>);
}

impl<T> Panics for Mutex<Option<Result<T>>> {
    fn panics(&self, payload: Box<dyn Any + Send>) {
        *locked(self) = Some(Err(payload));
    }
}
