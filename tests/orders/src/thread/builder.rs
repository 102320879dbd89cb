//! How a thread starts.

use super::join_handles::{Handle, JoinHandle, ScopedJoinHandle};
use super::{Scope, Thread};
use crate::engine::{Body, Me, Place, Step, here, inside, locked};
use std::io;
use std::panic::Location;
use std::sync::Arc;

#[must_use = "must eventually spawn the thread"]
#[derive(Debug)]
pub struct Builder {
    real: std::thread::Builder,
    name: Option<String>,
}

impl Builder {
    #[allow(clippy::new_without_default)] // the real one has none
    pub fn new() -> Builder {
        Builder {
            real: std::thread::Builder::new(),
            name: None,
        }
    }

    pub fn name(self, name: String) -> Builder {
        Builder {
            real: self.real.name(name.clone()),
            name: Some(name),
        }
    }

    pub fn stack_size(self, size: usize) -> Builder {
        let real = self.real.stack_size(size);
        Builder { real, ..self }
    }

    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        self.spawn_boxed(Location::caller(), Box::new(f))
    }

    fn spawn_boxed<T: Send + 'static>(
        self,
        place: Place,
        f: Box<dyn FnOnce() -> T + Send>,
    ) -> io::Result<JoinHandle<T>> {
        let Some(me) = inside() else {
            let real = self.real.spawn(f)?;
            let thread = Thread::new(real.thread().clone(), None);
            return Ok(JoinHandle(Handle::Real(real, thread)));
        };
        let (body, packet) = Body::new(f);
        let thread = self.start(&me, place, body)?;
        Ok(JoinHandle(Handle::Ordered(thread, packet)))
    }

    fn start(self, me: &Me, place: Place, body: Body<'static>) -> io::Result<Thread> {
        launch(me, self.name, place, |child| {
            let handle = self.real.spawn(move || child.exec.run(child.tid, body))?;
            let thread = handle.thread().clone();
            me.exec.keep(handle);
            Ok(thread)
        })
    }

    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let Some(me) = inside() else {
            let real = self.real.spawn_scoped(scope.real, f)?;
            let thread = Thread::new(real.thread().clone(), None);
            return Ok(ScopedJoinHandle(Handle::Real(real, thread)));
        };
        let (body, packet) = Body::new(Box::new(f));
        let thread = self.start_scoped(&me, scope, Location::caller(), body)?;
        Ok(ScopedJoinHandle(Handle::Ordered(thread, packet)))
    }

    fn start_scoped<'scope, 'env>(
        self,
        me: &Me,
        scope: &'scope Scope<'scope, 'env>,
        place: Place,
        body: Body<'scope>,
    ) -> io::Result<Thread> {
        launch(me, self.name, place, |child| {
            locked(&scope.tids).push(child.tid);
            let run = move || child.exec.run(child.tid, body);
            Ok(self.real.spawn_scoped(scope.real, run)?.thread().clone())
        })
    }
}

#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

/// Starts a thread of the order. It runs at once until it comes to its first step: what it does
/// before that does not concern the others.
fn launch(
    me: &Me,
    name: Option<String>,
    place: Place,
    start: impl FnOnce(Me) -> io::Result<std::thread::Thread>,
) -> io::Result<Thread> {
    let tid = me.step(Step::at(place).at_once(true), |state| {
        let tid = state.thread(name.as_deref(), Some(me.tid), place);
        state.changes += 1;
        let name = state.threads[tid].name.clone();
        state.say(|| format!("starts {name}"));
        tid
    });
    let tid = tid.ok_or(io::ErrorKind::Interrupted)?;
    let exec = Arc::clone(&me.exec);
    let child = Me { exec, tid };
    let real = start(child.clone()).inspect_err(|_| {
        let mut state = me.exec.state();
        state.alive -= 1;
        state.threads[tid].ended = true;
        state.threads[tid].ended_at = state.now;
    })?;
    me.exec.pass(me.exec.state(), Some(tid));
    if !me.exec.wait_for_turn(me.tid) {
        here(); // the order is over
    }
    Ok(Thread::new(real, Some(child)))
}
