//! What checks are written with.

use std::fmt::Debug;
use std::hint;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Outcome, child};

/// Between two looks at whether there is still something to do.
const LOOK: Duration = Duration::from_millis(20);

/// How often we count to [`HIGH`]: some seconds of an idle machine, for what needs some tenths.
const TIMES: usize = 150;

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

/// For a check that catches panics itself, since on the untouched exercise there is another one.
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
    let fill = move || *lock(&place) = Some(work());
    ends_within(limit, sentence, Box::new(fill))?;
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
    let result = Arc::new(Mutex::new(Ok(())));
    let place = Arc::clone(&result);
    let ended = started(Box::new(move || *lock(&place) = work()));
    for _ in 0..TIMES {
        match ended.try_recv() {
            Ok(end) => return end.and_then(|()| lock(&result).clone()),
            Err(TryRecvError::Disconnected) => return Err(child::last_panic()),
            Err(TryRecvError::Empty) => still_to_do()?,
        }
        compute();
    }
    Err(sentence.to_string())
}

/// Takes its part of the processors, so that others have had theirs, and says that it goes on.
fn compute() {
    child::beat();
    (0..HIGH).for_each(|number| {
        hint::black_box(number);
    });
}

fn lock<T>(place: &Mutex<T>) -> MutexGuard<'_, T> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The part of [`within`] that is the same for all: the compiler sees it once, not in each exercise
/// again.
fn ends_within(limit: Duration, sentence: &str, work: Box<dyn FnOnce() + Send>) -> Outcome {
    let ended = started(work);
    let deadline = Instant::now() + limit.min(child::patience());
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        match ended.recv_timeout(left.min(LOOK)) {
            Ok(result) => return result,
            Err(RecvTimeoutError::Disconnected) => return Err(child::last_panic()),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => break,
            // What has still to be done may make others wait for ever.
            Err(RecvTimeoutError::Timeout) => still_to_do()?,
        }
    }
    // Where the machine is busy, the time may have gone to others.
    (0..GRACE).for_each(|_| compute());
    ended.try_recv().map_err(|_| sentence.to_string())?
}

/// Starts a thread, which says when it has ended, or what its panic said.
fn started(work: Box<dyn FnOnce() + Send>) -> Receiver<Outcome> {
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || {
        let result = panic::catch_unwind(AssertUnwindSafe(work));
        let _ = sender.send(result.map_err(|_| child::last_panic()));
    });
    ended
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
