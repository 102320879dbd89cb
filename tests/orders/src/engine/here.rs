//! Whether a thread belongs to an order that is being tried, and what it may do there.

use super::choose::Step;
use super::exec::Exec;
use super::failure::Kind;
use super::model::{Id, Ident, Model, Place, Tid, Wait};
use super::state::State;
use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::{mem, thread};

/// The payload that unwinds the threads of an order that has come to its end early.
pub(crate) struct Abandoned;

/// A thread of an order.
#[derive(Clone)]
pub(crate) struct Me {
    pub exec: Arc<Exec>,
    pub tid: Tid,
}

/// Where a call comes from.
pub(crate) enum Here {
    /// No order runs: everything is as in the real library.
    Outside,
    Inside(Me),
    /// The order is over and this thread unwinds. Nothing may wait now, and nothing may panic.
    Over,
}

thread_local! {
    static ME: RefCell<Option<Me>> = const { RefCell::new(None) };
    static CALLS: Cell<u32> = const { Cell::new(0) };
}

/// So many calls a thread may make while it unwinds. One that makes more waits for something.
const LAST_CALLS: u32 = 1000;

pub(crate) fn enter(me: Me) {
    ME.set(Some(me));
}

/// For calls from which a panic may come.
pub(crate) fn here() -> Here {
    match place() {
        Here::Over if !thread::panicking() => resume_unwind(Box::new(Abandoned)),
        here => here,
    }
}

/// For `drop`, from which none should come.
pub(crate) fn gently() -> Option<Me> {
    match place() {
        Here::Inside(me) => Some(me),
        Here::Outside | Here::Over => None,
    }
}

pub(crate) fn is_over() -> bool {
    matches!(place(), Here::Over)
}

fn place() -> Here {
    let me = ME.try_with(|me| me.borrow().clone());
    match me.ok().flatten() {
        None => Here::Outside,
        Some(me) if !me.exec.is_over() => Here::Inside(me),
        Some(_) => {
            CALLS.set(CALLS.get() + 1);
            while CALLS.get() > LAST_CALLS {
                thread::park(); // it would never end
            }
            Here::Over
        }
    }
}

/// For calls that are the real ones while a thread unwinds.
pub(crate) fn inside() -> Option<Me> {
    match here() {
        Here::Inside(me) => Some(me),
        Here::Outside | Here::Over => None,
    }
}

pub(crate) fn is_part_of_an_order() -> bool {
    ME.try_with(|me| me.borrow().is_some()).unwrap_or(false)
}

/// Ends the order, if one runs: this call would leave it.
#[track_caller]
pub(crate) fn not_covered(what: &str) {
    if let Some(me) = inside() {
        let sentence = format!("not covered: {what} is called, which no order can contain.");
        let state = me.exec.state();
        let trouble = state.trouble(Kind::NotCovered, sentence);
        me.exec.abandon(state, Some(trouble));
        inside();
    }
}

impl Me {
    /// Makes the next step as soon as it is this thread's turn and what it waits for has come, or
    /// the time is over. `None`: the order has ended before, and this thread unwinds.
    pub fn step<R>(&self, step: Step, act: impl FnOnce(&mut State) -> R) -> Option<R> {
        let gentle = step.dropped;
        let result = self.try_step(step, act);
        if result.is_none() && !gentle {
            here();
        }
        result
    }

    fn try_step<R>(&self, step: Step, act: impl FnOnce(&mut State) -> R) -> Option<R> {
        let exec = &self.exec;
        let mut state = exec.state();
        if exec.is_over() {
            return None;
        }
        let arrived = state.arrive(self.tid, &step);
        match arrived.and_then(|()| state.next(self.tid)) {
            Ok(Some(next)) if next == self.tid => {}
            Ok(next) => {
                exec.pass(state, next);
                if !exec.wait_for_turn(self.tid) {
                    return None;
                }
                state = exec.state();
            }
            Err(trouble) => {
                exec.abandon(state, Some(trouble));
                return None;
            }
        }
        let thread = &mut state.threads[self.tid];
        thread.habits.back = None;
        thread.yields = false;
        // What it waited for stays until here, so that the end of an order can tell of it.
        let place = (!step.dropped).then_some(step.place);
        state.speak(self.tid, place);
        let result = act(&mut state);
        let thread = &mut state.threads[self.tid];
        thread.until = None;
        thread.wait = Wait::Nothing;
        Some(result)
    }

    /// A line of the story that is no step.
    pub fn say(&self, text: impl FnOnce() -> String) {
        if let Some(mut state) = self.exec.try_state() {
            state.speak(self.tid, None);
            state.say(text);
        }
    }

    /// The thing that carries this identity.
    pub fn id(&self, ident: &Ident, place: Place, kind: &'static str, model: Model) -> Id {
        self.exec.state().id(ident, place, kind, model)
    }

    /// Giving back at a place of its own is a step that matters only where somebody only tries.
    pub fn give_back(&self, place: Place, act: impl FnOnce(&mut State)) {
        let at_once = !self.exec.state().rules.fine;
        let step = Step {
            dropped: true,
            ..Step::at(place)
        };
        self.step(step.at_once(at_once), act);
    }
}

/// The real panic, or the end of this thread if it only unwinds.
pub(crate) fn pass_on(payload: Box<dyn std::any::Any + Send>) -> Box<dyn std::any::Any + Send> {
    if payload.is::<Abandoned>() {
        resume_unwind(payload);
    }
    payload
}

/// Sets the value aside without its `drop`.
pub(crate) fn forget<T>(value: T) {
    mem::forget(value);
}
