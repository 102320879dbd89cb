//! What a learner reads of a process that ended before its check.

use std::hint::black_box;
use std::process;

use trial::{Check, Outcome};

/// Runs itself again as a child, which ends in the check.
fn says(name: &'static str, run: fn() -> Outcome, expected: &str) {
    let misconception = "";
    let check = Check {
        name,
        misconception,
        run,
    };
    let why = trial::run(name, &[check], ("ends", b"")).map_err(|why| format!("{why:?}"));
    let why = why.expect_err("the check does not pass");
    assert!(why.contains(expected), "expected {expected:?} in: {why}");
}

#[test]
fn a_full_stack_is_an_endless_call() {
    fn deeper(depth: u64) -> u64 {
        match black_box(depth) {
            u64::MAX => 0,
            depth => black_box(deeper(depth + 1)) + 1,
        }
    }
    let run = || Err(deeper(0).to_string());
    let question = "call itself without end";
    says("a_full_stack_is_an_endless_call", run, question);
}

#[test]
fn a_failed_allocation_is_too_much_memory() {
    let run = || {
        let all = black_box(Vec::<u8>::with_capacity(isize::MAX as usize));
        Err(all.capacity().to_string())
    };
    let question = "There was not so much memory";
    says("a_failed_allocation_is_too_much_memory", run, question);
}

#[test]
fn an_exit_ends_the_whole_process() {
    let question = "3). Does something end the whole process?";
    says(
        "an_exit_ends_the_whole_process",
        || process::exit(3),
        question,
    );
}

/// On Unix it is a signal, of which the cause is not known; elsewhere a number.
#[test]
fn an_abort_may_be_anything() {
    let question = "Does something end the whole process";
    says("an_abort_may_be_anything", || process::abort(), question);
}
