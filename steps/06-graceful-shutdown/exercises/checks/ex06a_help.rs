//! What the checks of exercise 06a are made of.

use std::cell::RefCell;
use std::panic;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use trial::{Outcome, equal, soon, still_to_do};

use super::super::exercise::{Stragglers, ThreadPool};

pub const LIMIT: Duration = Duration::from_secs(3);

/// How much longer than its limit a `shutdown` may take.
pub const PATIENCE: Duration = Duration::from_secs(1);

pub const SHORT: Duration = Duration::from_millis(50);

pub const AN_HOUR: Duration = Duration::from_secs(60 * 60);

pub fn pool(size: usize, queue: usize) -> Result<ThreadPool, String> {
    ThreadPool::new(size, queue).map_err(|error| format!("ThreadPool::new failed: {error}"))
}

/// Gives each worker a job that ends when its sender is dropped. Sorted by the workers' names.
pub fn hold(pool: &ThreadPool, workers: usize) -> Result<Vec<(String, Sender<()>)>, String> {
    let mut held = Vec::new();
    for _ in 0..workers {
        let (begin, begun) = mpsc::channel();
        let (hold, until) = mpsc::channel::<()>();
        pool.execute(move || {
            let name = thread::current().name().map(str::to_string);
            let _ = begin.send(name.unwrap_or_default());
            let _ = until.recv();
        });
        let name = begun.recv_timeout(LIMIT);
        held.push((name.map_err(|_| "no worker takes a job")?, hold));
    }
    held.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(held)
}

/// Who is named, how long that took, and whether it came in time. If it does not, the workers are
/// let go.
pub struct Report {
    pub named: Vec<String>,
    pub took: Duration,
    pub is_in_time: bool,
}

impl Report {
    fn new(result: Result<(), Stragglers>, took: Duration, is_in_time: bool) -> Report {
        let mut named = result.err().map_or(Vec::new(), |Stragglers(names)| names);
        named.sort();
        Report {
            named,
            took,
            is_in_time,
        }
    }

    pub fn names(self, what: &str, expected: Vec<String>, look: &str) -> Outcome {
        if self.is_in_time {
            return equal(what, self.named, expected, look);
        }
        Ok(()) // another check has something to say to that
    }
}

pub fn stop(
    pool: ThreadPool,
    limit: Duration,
    held: Vec<(String, Sender<()>)>,
) -> Result<Report, String> {
    let (sender, result) = mpsc::channel();
    let thread = thread::spawn(move || {
        let start = Instant::now();
        let result = pool.shutdown(limit);
        let _ = sender.send((result, start.elapsed()));
    });
    let came = || match result.try_recv() {
        Err(TryRecvError::Empty) => None,
        came => Some(came),
    };
    let in_time = soon(limit + PATIENCE, came);
    let is_in_time = in_time.is_some();
    drop(held);
    still_to_do()?;
    match in_time.or_else(|| soon(LIMIT, came)) {
        Some(Ok((result, took))) => Ok(Report::new(result, took, is_in_time)),
        Some(Err(_)) => match thread.join() {
            Err(what) => panic::resume_unwind(what),
            Ok(()) => Err("`shutdown` has no result".to_string()),
        },
        None => {
            let look = "What does it wait for then?";
            Err(format!(
                "`shutdown` does not return, not even when all jobs are done.\n  {look}"
            ))
        }
    }
}

/// The name of one of four workers, by its place, and who is named when only that one is at work.
pub fn one_stays(place: usize) -> Result<(String, Report), String> {
    let stays = |limit| {
        let pool = pool(4, 4)?;
        let mut held = hold(&pool, 4)?;
        let kept = held.remove(place);
        let name = kept.0.clone();
        drop(held); // and the other three may end
        stop(pool, limit, vec![kept]).map(|report| (name, report))
    };
    match stays(SHORT) {
        // On a busy machine they may need longer.
        Ok((_, report)) if report.named.len() > 1 => stays(Duration::from_secs(2)),
        other => other,
    }
}

thread_local! {
    /// Is dropped when its thread ends.
    static AT_END: RefCell<Option<AtEnd>> = const { RefCell::new(None) };
}

struct AtEnd {
    pause: Duration,
    _gone: Sender<()>, // is dropped after the pause
}

impl Drop for AtEnd {
    fn drop(&mut self) {
        thread::sleep(self.pause);
    }
}

/// Lets a worker be at work for a moment, and its thread end with a pause. The receiver is
/// disconnected when that thread has gone.
pub fn end_of_a_worker(pool: &ThreadPool, works: Duration, pause: Duration) -> Receiver<()> {
    let (_gone, end) = mpsc::channel();
    pool.execute(move || {
        AT_END.set(Some(AtEnd { pause, _gone }));
        thread::sleep(works);
    });
    end
}
