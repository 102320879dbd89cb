//! Faults that are put into copies of step 06, one at a time: some seed finds each, with its story.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use crate::runs::{SEEDS, first_broken};
use crate::servers;

/// A fault of `wrong.diff`, and words of the sentence about it; `|` is between those that may be.
const FOUND: [(&str, &str); 24] = [
    (
        "last_call_cuts_a_drain",
        "and did not get its whole 405: nothing (0 bytes), and then a reset",
    ),
    (
        "backlog_is_reset",
        "it sent a whole request and stayed, and did not get",
    ),
    ("works_for_the_left", "a handler ran for "),
    (
        "flush_waits_for_ever",
        "main waits for a notification of the condvar (log.rs:57)",
    ),
    (
        "worker_lost_to_a_panic",
        "has ended with a panic: this handler has a bug",
    ),
    ("join_before_close", "it gives up, though it should need"),
    ("guest_counted_twice", "it says that it gave up on"),
    ("deadline_begins_anew", "by "),
    ("no_pause_after_a_failure", "busy: "),
    ("no_spare_descriptor", "it gives up, though it should need"),
    (
        "backlog_of_newcomers",
        "cannot connect: connection refused|it sent a whole request and stayed",
    ),
    ("nobody_makes_room", "it waits until"),
    ("no_drain", "nothing (0 bytes), and then a reset"),
    ("reply_cut_short", "bytes), and then the end"),
    (
        "one_byte_is_silence",
        "it waits until|it sent a whole request and stayed",
    ),
    (
        "listener_kept",
        "the waiting room has ended before the listener was closed",
    ),
    ("room_is_not_joined", "should have ended, in this order"),
    ("flag_after_wake_up", "it gives up, though it should need"),
    ("aborted_ends_accept", "cannot connect: connection refused"),
    (
        "wake_up_kept",
        "6 descriptors are open at the end; 5 should be",
    ),
    ("stops_in_silence", "the log does not say `Stopped`"),
    ("too_early", "and did not get its whole|and it had until"),
    ("another_exit_code", "exits with "),
    ("half_the_time_to_stop", "the time for the stop ends at"),
];

#[test]
fn each_fault_is_found_by_a_seed() {
    let next = AtomicUsize::new(0);
    let missed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((name, words)) = FOUND.get(next.fetch_add(1, SeqCst)) {
                    match found(name, words) {
                        Ok(how) => println!("{how}"),
                        Err(why) => missed.lock().expect("nobody panics").push(why),
                    }
                }
            });
        }
    });
    let missed = missed.into_inner().expect("nobody panics");
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

fn found(name: &str, words: &str) -> Result<String, String> {
    let server = servers::wrong(name)?;
    let again = format!(" --wrong {name}");
    let Some(run) = first_broken(&server, 1..SEEDS + 1, |_| {}) else {
        return Err(format!("{name}: no seed finds it"));
    };
    let sentence = run.text.lines().next().unwrap_or_default();
    match words.split('|').any(|words| sentence.contains(words)) {
        true => Ok(format!("{name}: seed {}, {sentence}", run.seed)),
        false => Err(format!("{name}, without {words:?}: {}", run.report(&again))),
    }
}

#[test]
fn each_fault_has_its_words() {
    let names: Vec<&str> = FOUND.iter().map(|(name, _)| *name).collect();
    let mut all = servers::faults().unwrap_or_else(|problem| panic!("{problem}"));
    all.retain(|name| !names.contains(&&**name));
    assert!(
        all.is_empty(),
        "faults of wrong.diff that nobody looks for: {all:?}"
    );
}
