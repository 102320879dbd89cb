//! How a thread starts.

use super::{JoinHandle, Thread};
use crate::engine::exec::Packet;
use crate::engine::{Me, Place, Step, Tid, here, inside};
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
        Builder {
            real: self.real.stack_size(size),
            ..self
        }
    }

    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let Some(me) = inside() else {
            return Ok(JoinHandle::real(self.real.spawn(f)?));
        };
        let place = Location::caller();
        let real = self.real;
        let (thread, packet) = launch(
            &me,
            self.name.as_deref(),
            place,
            |child, packet: Packet<T>| {
                let handle =
                    real.spawn(move || Arc::clone(&child.exec).run(child.tid, packet, f))?;
                let thread = handle.thread().clone();
                me.exec.keep(handle);
                Ok(thread)
            },
        )?;
        Ok(JoinHandle::new(thread, packet))
    }

    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope super::Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<super::ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        scope.start_thread(self.real, self.name, Location::caller(), f)
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
pub(crate) fn launch<T>(
    me: &Me,
    name: Option<&str>,
    place: Place,
    start: impl FnOnce(Me, Packet<T>) -> io::Result<std::thread::Thread>,
) -> io::Result<(Thread, Packet<T>)> {
    let tid = register(me, name, place).ok_or(io::ErrorKind::Interrupted)?;
    let packet = Packet::<T>::default();
    let exec = Arc::clone(&me.exec);
    let child = Me { exec, tid };
    let real = start(child.clone(), Arc::clone(&packet)).inspect_err(|_| {
        let mut state = me.exec.state();
        state.alive -= 1;
        state.threads[tid].ended = true;
        state.threads[tid].ended_at = state.now;
    })?;
    me.exec.pass(me.exec.state(), Some(tid));
    if !me.exec.wait_for_turn(me.tid) {
        here(); // the order is over
    }
    Ok((Thread::new(real, Some(child)), packet))
}

fn register(me: &Me, name: Option<&str>, place: Place) -> Option<Tid> {
    me.step(Step::at(place).at_once(true), |state| {
        let tid = state.thread(name, Some(me.tid), place);
        state.alive += 1;
        state.changes += 1;
        let name = state.threads[tid].name.clone();
        state.say(|| format!("starts {name}"));
        tid
    })
}
