//! Exercise 04a: at most so many at once.
//!
//! A thread for each client is one line, and has no limit. Write the limit: whoever wants to start a
//! thread needs a permit, there are only so many, and a permit comes back by being dropped.
//!
//!     let clients = Semaphore::new(100);
//!     thread::scope(|scope| loop {
//!         let (stream, peer) = accept(&listener);
//!         let permit = clients.acquire(); // waits as long as 100 are being served
//!         scope.spawn(move || {
//!             let _permit = permit;
//!             serve(stream, peer);
//!         });
//!     })
//!
//! You need two types of the standard library that this chapter has only named: a `Mutex`, which lets
//! one thread at a time look at a value and change it, and a `Condvar`, with which a thread waits
//! until another one has changed it. Their documentation has examples.
//!
//! Check it with: cargo test --test ex04a

use std::marker::PhantomData;

/// A number of permits.
pub struct Semaphore {
    // Yours: what do all threads look at, and what do they wait for?
}

/// The right to be one of so many. It is given back when it is dropped.
pub struct Permit<'a> {
    // Yours: to whom is it given back? (PhantomData stands for a loan until then.)
    _from: PhantomData<&'a Semaphore>,
}

impl Semaphore {
    /// A semaphore with this many permits, at least one.
    pub fn new(permits: usize) -> Semaphore {
        let _ = permits;
        todo!("make the semaphore")
    }

    /// Takes a permit, and waits for one if none is free, however long. While it waits it keeps no
    /// processor busy: it sleeps until another thread wakes it.
    pub fn acquire(&self) -> Permit<'_> {
        todo!("wait until a permit is free, and take it")
    }

    /// Takes a permit if one is free, and never waits for one.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        todo!("take a permit, if one is free")
    }
}

impl Drop for Permit<'_> {
    /// Gives the permit back.
    fn drop(&mut self) {
        todo!("give the permit back, and tell somebody")
    }
}
