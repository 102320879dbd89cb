//! What checks are written with.

use std::fmt::Debug;
use std::hint;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::child::{self, lock};
use crate::{LIMIT, Outcome};

/// Between two looks at whether there is still something to do.
const LOOK: Duration = Duration::from_millis(20);

/// How often we count to [`HIGH`] in [`LIMIT`]: some seconds of an idle machine, for what needs some tenths.
const TIMES: u128 = 400;

const HIGH: u64 = 1_000_000;

/// The same, for what needs next to nothing and has had no time.
const GRACE: usize = 10;

/// Between two questions.
const PAUSE: Duration = Duration::from_millis(2);

/// # Errors
/// The sentence, unless the condition holds.
pub fn ensure<S: Into<String>>(condition: bool, sentence: impl FnOnce() -> S) -> Outcome {
    condition.then_some(()).ok_or_else(|| sentence().into())
}

/// # Errors
/// What was looked at, what was expected, what came instead, and where to look.
pub fn equal<T: PartialEq + Debug>(what: &str, came: T, expected: T, look: &str) -> Outcome {
    ensure(came == expected, || {
        format!("{what}\n  expected: {expected:?}\n  came:     {came:?}\n  {look}")
    })
}

/// For a check that catches panics itself: on the untouched exercise there is another one.
///
/// # Errors
/// What is still to do, if the last panic was that of a `todo!`.
pub fn still_to_do() -> Outcome {
    let said = child::last_panic();
    ensure(!said.starts_with(child::TO_DO), || said.clone())
}

/// Runs `work` on a thread of its own, and waits for its result. If it takes too long, the thread is
/// left alone; the process of a check ends with the check, and may have less time than `limit`.
///
/// # Errors
/// The sentence, if it takes longer than `limit`; or what its panic said.
pub fn within<T: Send + 'static>(
    limit: Duration,
    sentence: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, String> {
    let place = Arc::new(Mutex::new(None));
    let result = Arc::clone(&place);
    let work = move || {
        *lock(&place) = Some(work());
        Ok(())
    };
    ends_within(limit, sentence, Box::new(work))?;
    lock(&result).take().ok_or_else(child::last_panic)
}

/// As [`within`], for a whole check that needs next to no time.
///
/// # Errors
/// The sentence, if it takes longer than three seconds; or what it says, or its panic.
pub fn in_time(sentence: &str, check: fn() -> Outcome) -> Outcome {
    within(Duration::from_secs(3), sentence, check)?
}

/// As [`within`], for a check that never waits and may compute for long. No clock limits it: this
/// thread computes beside it, and where the machine is busy, both take longer.
///
/// # Errors
/// The sentence, if it takes much more than a right answer needs; or what it says, or its panic.
pub fn within_work(sentence: &str, work: fn() -> Outcome) -> Outcome {
    let mut times = 0..TIMES * child::limit().as_millis() / LIMIT.as_millis();
    let again = || {
        compute();
        times.next().map(|_| Duration::ZERO)
    };
    ends(Box::new(work), sentence, again)
}

/// Takes its part of the processors, so that others have had theirs, and says that it goes on.
fn compute() {
    child::beat();
    (0..HIGH).for_each(|number| {
        hint::black_box(number);
    });
}

/// What is the same for all of [`within`]: the compiler sees it once, not in each exercise again.
fn ends_within(limit: Duration, sentence: &str, work: Work) -> Outcome {
    let deadline = Instant::now() + limit.min(child::patience());
    let mut grace = 0..GRACE;
    let again = || {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            // Where the machine is busy, the time may have gone to others.
            compute();
            grace.next()?;
        }
        Some(left.min(LOOK))
    };
    ends(work, sentence, again)
}

type Work = Box<dyn FnOnce() -> Outcome + Send>;

/// Works on a thread of its own, and waits for its end, again and again for the time that it is told.
fn ends(work: Work, sentence: &str, mut again: impl FnMut() -> Option<Duration>) -> Outcome {
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || {
        let result = panic::catch_unwind(AssertUnwindSafe(work));
        let _ = sender.send(result.unwrap_or_else(|_| Err(child::last_panic())));
    });
    while let Some(time) = again() {
        match ended.recv_timeout(time) {
            Ok(result) => return result,
            Err(RecvTimeoutError::Disconnected) => return Err(child::last_panic()),
            // What has still to be done may make others wait for ever.
            Err(RecvTimeoutError::Timeout) => still_to_do()?,
        }
    }
    Err(sentence.to_string())
}

/// Asks again and again until there is an answer. It gives up after `limit`, and later where the
/// machine is busy: a pause counts as it was meant, however long it was. It gives up at once if
/// there is still something to do.
pub fn soon<T>(limit: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let pauses = limit.min(child::patience()).as_millis() / PAUSE.as_millis();
    for _ in 0..pauses {
        let answer = ask();
        if answer.is_some() || still_to_do().is_err() {
            return answer;
        }
        thread::sleep(PAUSE);
    }
    ask()
}
