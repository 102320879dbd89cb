//! Checks that hold in every order of the threads.

use std::env;
use std::sync::Arc;

use orders::{Explorer, Failure, Kind, Report};

use crate::{Outcome, TO_DO, child, ensure};

/// So many orders are tried at most. All with one preemption must be among them.
const MOST: usize = 400;

/// An environment variable for whoever expects that a check passes and has no time for all orders.
pub const HASTE: &str = "TRIAL_ORDERS";

/// As `MOST`, where each order has a process of its own.
const MOST_PROCESSES: usize = 60;

/// In which orders of its threads a scenario must hold: all, within the bounds of [`Explorer::new`]. Nobody
/// may keep a processor busy with waiting; whoever waits still at the end is left alone. How many orders
/// there are is shown by `-- --nocapture`.
pub struct Orders {
    explorer: Explorer,
    stuck: String,
    all: bool,
}

impl Orders {
    /// `stuck` is said if somebody waits for ever.
    pub fn new(stuck: &str) -> Orders {
        let most = env::var(HASTE).ok().and_then(|most| most.parse().ok());
        let explorer = Explorer::new(stuck).may_leak();
        Orders {
            explorer: explorer.no_busy_waiting().orders(most.unwrap_or(MOST)),
            stuck: stuck.to_string(),
            all: most.is_none(),
        }
    }

    /// No more than so many, without preemptions: where it matters how many threads there are, and not
    /// when each goes on.
    pub fn few(mut self, count: usize) -> Orders {
        self.explorer = self.explorer.preemptions(0).orders(count);
        self.all = false;
        self
    }

    /// Whoever waits may look again and again.
    pub fn may_poll(mut self) -> Orders {
        self.explorer = Explorer::new(&self.stuck).may_leak().orders(MOST);
        self
    }

    /// # Errors
    /// The story of an order in which it does not hold.
    pub fn hold(self, scenario: impl Fn() -> Outcome + Send + Sync + 'static) -> Outcome {
        let report = explored(self.explorer, &self.stuck, scenario)?;
        // In the process of one order, all other explorations have none.
        let is_enough = report.exhaustive || report.preemptions >= Some(1) || report.orders == 0;
        ensure(is_enough || !self.all, || {
            format!(
                "There are more than {MOST} orders of the threads with one preemption, and a right \
                 answer has far fewer.\n  Does somebody look again and again, or take a lock more \
                 often than it needs?"
            )
        })
    }
}

/// [`Orders::hold`] in all orders.
///
/// # Errors
/// The story of an order that fails: after what the scenario says, or, where somebody waits for ever,
/// after the sentence `stuck`.
pub fn in_every_order(
    stuck: &str,
    scenario: impl Fn() -> Outcome + Send + Sync + 'static,
) -> Outcome {
    Orders::new(stuck).hold(scenario)
}

fn explored(
    explorer: Explorer,
    stuck: &str,
    scenario: impl Fn() -> Outcome + Send + Sync + 'static,
) -> Result<Report, String> {
    let scenario = Arc::new(move || {
        child::beat();
        if let Err(why) = scenario() {
            panic!("{BROKEN}{why}");
        }
    });
    let explore = |explorer: &Explorer| {
        let scenario = Arc::clone(&scenario);
        explorer.explore(move || scenario())
    };
    let outcome = match explore(&explorer) {
        // A `static` keeps what an order left in it: each order gets a process of its own.
        Err(failure) if matches!(failure.kind, Kind::Carried | Kind::Strayed) => {
            let isolated = explorer.isolated(&child::name()).orders(MOST_PROCESSES);
            explore(&isolated).map(cut_off)
        }
        outcome => outcome,
    };
    let report =
        outcome.map_err(|failure| to_do(&failure).unwrap_or_else(|| told(stuck, &failure)))?;
    child::note(format!("{} orders of the threads", report.orders));
    Ok(report)
}

/// Which threads have panicked. What `thread::scope` says of its own threads' panics says nothing new.
fn panics(failure: &Failure) -> String {
    let mut ends: Vec<&str> = failure.ends.iter().map(String::as_str).collect();
    ends.retain(|end| end.contains(" has ended with a panic") && !end.contains("a scoped thread"));
    match ends.is_empty() {
        true => failure.sentence.clone(),
        false => ends.join("\n  "),
    }
}

/// Processes take their time, so that not all orders may have been tried.
fn cut_off(report: Report) -> Report {
    Report {
        preemptions: Some(1),
        ..report
    }
}

/// Returns when all other threads wait: the clock of an order ticks only then.
pub fn until_all_wait() {
    orders::thread::sleep(orders::time::Duration::from_secs(3600));
}

/// How the panic of a scenario begins whose promise is broken.
const BROKEN: &str = "not as promised: ";

/// What is still to do, if a thread has come upon a `todo!`, or a check has caught its panic.
fn to_do(failure: &Failure) -> Option<String> {
    let last = orders::last_panic();
    let said = failure.ends.iter().chain([&failure.sentence]).chain(&last);
    let mut parts = said.filter_map(|said| said.split_once("not yet implemented: "));
    let (_, task) = parts.next()?;
    let task = task.split(['"', '\n']).next().unwrap_or(task);
    let (task, place) = task.rsplit_once(" (").unwrap_or((task, ""));
    Some(format!(
        "{TO_DO}{task}\n  at {}",
        place.trim_end_matches(')')
    ))
}

/// What is wrong, then the order in which it happens.
fn told(stuck: &str, failure: &Failure) -> String {
    let why = match failure.kind {
        Kind::Panic => match failure.sentence.split_once(BROKEN) {
            Some((_, why)) => why.trim_end_matches('.').to_string(),
            None => panics(failure),
        },
        Kind::Deadlock | Kind::LostWakeUp | Kind::Livelock | Kind::Leak => {
            format!("{stuck}\n  {}", failure.sentence)
        }
        _ => failure.sentence.clone(),
    };
    let (table, ends) = (&failure.table, failure.ends.join("\n"));
    let orders = match failure.orders {
        1 => "The first order of the threads that was tried shows it".to_string(),
        count => format!("{count} orders of the threads were tried until one showed it"),
    };
    let schedule = &failure.schedule;
    format!(
        "{why}\n\n{orders}:\n\n{table}\n{ends}\n\nThis order again: ORDERS_REPLAY={schedule} cargo test {}",
        test()
    )
}

/// How cargo is told to run this test: the file's name without the number that cargo gave it.
fn test() -> String {
    let program = env::current_exe().unwrap_or_default();
    let file = program.file_stem().unwrap_or_default().to_string_lossy();
    let target = file.split('-').next().unwrap_or_default();
    format!("--test {target} {}", child::name())
}
