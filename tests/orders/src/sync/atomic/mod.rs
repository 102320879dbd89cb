//! `std::sync::atomic`: each access is a step. All of them are sequentially consistent here; what a
//! weaker ordering allows besides is not tried.

mod common;
mod kinds;

pub use std::sync::atomic::*;

pub use kinds::{AtomicBool, AtomicPtr};
pub use kinds::{AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize};
pub use kinds::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};

use crate::engine::{Known, Model, Place, Step};
use std::fmt::Debug;

/// What was the way to make one.
macro_rules! inits {
    ($($name:ident: $atomic:ident $value:expr;)+) => {$(
        #[deprecated(since = "1.34.0", note = "the `new` function is now preferred")]
        #[allow(clippy::declare_interior_mutable_const)] // as the real one
        pub const $name: $atomic = $atomic::new($value);
    )+};
}

inits! {
    ATOMIC_BOOL_INIT: AtomicBool false;
    ATOMIC_ISIZE_INIT: AtomicIsize 0;
    ATOMIC_USIZE_INIT: AtomicUsize 0;
}

#[track_caller]
#[deprecated(since = "1.51.0", note = "use hint::spin_loop instead")]
pub fn spin_loop_hint() {
    crate::hint::spin_loop();
}

#[allow(clippy::declare_interior_mutable_const)] // each atomic has its own
const KNOWN: Known = Known::new("atomic", || Model::Plain);

/// One access, which is one step.
fn access<A, V: PartialEq + Debug, R>(
    (known, real): (&Known, &A),
    place: Place,
    what: &'static str,
    peek: impl Fn(&A) -> V,
    act: impl FnOnce(&A) -> R,
) -> R {
    let Some((me, id)) = known.here(place) else {
        return act(real);
    };
    let mut act = Some(act);
    let mut once = || act.take().map(|act| act(real));
    let result = me.step(Step::at(place).look(id), |state| {
        let before = peek(real);
        let result = once();
        let after = peek(real);
        if before != after {
            state.change(id);
        }
        state.say(|| match before == after {
            true => format!("{what} #{id}#: it is {before:?}"),
            false => format!("{what} #{id}#: {before:?} becomes {after:?}"),
        });
        result
    });
    let result = result.unwrap_or_else(once);
    result.expect("it is called once")
}
