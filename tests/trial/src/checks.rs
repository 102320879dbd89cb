//! The list of an exercise's checks, which is in the root of its tests.

use crate::Outcome;

/// One check of an exercise.
#[derive(Clone, Copy)]
pub struct Check {
    /// What is promised, as the name of a test: `the_fifth_client_waits`.
    pub name: &'static str,
    /// What whoever fails it probably believes, as a teacher would say it in few words: "the guard
    /// is held while the job runs".
    pub misconception: &'static str,
    pub run: fn() -> Outcome,
}

/// Names the checks of an exercise, each with its [misconception](Check::misconception). Each is a
/// function of the module `checks`, becomes a test of the same name, and stands in `CHECKS`:
///
/// ```text
/// trial::checks! {
///     in_time("It does not return. What ends your loop?");
///     the_fifth_client_waits: "the guard is held while the job runs",
///     nobody_is_forgotten: "whoever waits is woken by whoever comes",
/// }
/// ```
///
/// The first line may be missing. It names the function of this library that runs each of them, and
/// gets the sentence for one that never ends: [`in_time`](crate::in_time),
/// [`within_work`](crate::within_work) or [`in_every_order`](crate::in_every_order).
/// Grading, proofs and variations read this list as text.
///
/// The paths in it are whole, because a learner's file might have macros of the same names.
#[macro_export]
macro_rules! checks {
    ($how:ident($stuck:expr); $($name:ident: $belief:literal,)+) => {
        $crate::checks!(@ $($name: $belief, || $crate::$how($stuck, checks::$name);)+);
    };
    ($($name:ident: $belief:literal,)+) => {
        $crate::checks!(@ $($name: $belief, checks::$name;)+);
    };
    (@ $($name:ident: $belief:literal, $run:expr;)+) => {
        pub const CHECKS: &[$crate::Check] = &[$($crate::Check {
            name: ::core::stringify!($name),
            misconception: $belief,
            run: $run,
        }),+];
        $(
            #[test]
            fn $name() -> ::core::result::Result<(), $crate::Failure> {
                let path = ::core::module_path!();
                let text = ::core::include_bytes!(::core::concat!("../", ::core::module_path!(), ".rs"));
                $crate::run(::core::stringify!($name), CHECKS, (path, text))
            }
        )+
    };
}
