//! Whether a thread belongs to an order that is being tried, and what it may do there.

use super::{Exec, Kind, Tid};
use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

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
            if CALLS.get() > LAST_CALLS {
                leave_for_good(); // it would never end
            }
            Here::Over
        }
    }
}

/// For a call in a `drop` that has no answer any more. An error might be unwrapped, and a second panic
/// ends the process. So this thread stays where it is, and the order ends without it.
pub(crate) fn leave_for_good() -> ! {
    if let Some(me) = ME.take() {
        me.exec.leave_behind();
    }
    loop {
        thread::park();
    }
}

/// While a thread unwinds, others may still have what it wants, but not for long.
pub(crate) fn patiently<R>(attempt: impl Fn() -> Option<R>) -> R {
    for _ in 0..1000 {
        if let Some(result) = attempt() {
            return result;
        }
        thread::sleep(Duration::from_millis(1));
    }
    leave_for_good()
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

/// The real panic, or the end of this thread if it only unwinds.
pub(crate) fn pass_on(payload: Box<dyn std::any::Any + Send>) -> Box<dyn std::any::Any + Send> {
    if payload.is::<Abandoned>() {
        resume_unwind(payload);
    }
    payload
}
