//! Checks that hold in every order of the threads.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use orders::{Explorer, Kind, Report};

use crate::story::{BROKEN, told};
use crate::{Outcome, child, ensure, said};

/// So many orders are tried at most. All with one preemption must be among them.
const MOST: usize = 400;

/// An environment variable for whoever expects that a check passes and has no time for all orders.
pub const HASTE: &str = "TRIAL_ORDERS";

/// As `MOST`, where each order has a process of its own.
const MOST_PROCESSES: usize = 60;

type Scenario = Arc<dyn Fn() -> Outcome + Send + Sync>;

/// In which orders of its threads a scenario must hold: all, within the bounds of [`Explorer::new`]. Nobody
/// may keep a processor busy with waiting; whoever waits still at the end is left alone. How many orders
/// there are is shown by `-- --nocapture`.
pub struct Orders {
    explorer: Explorer,
    promise: String,
    stuck: String,
    all: bool,
    is_its_own: bool,
}

impl Orders {
    /// `stuck` is said if somebody waits for ever.
    pub fn new(stuck: &str) -> Orders {
        let most = env::var(HASTE).ok().and_then(|most| most.parse().ok());
        // The process of one order knows by this which exploration of a check is meant.
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let promise = format!("{}. {stuck}", COUNT.fetch_add(1, Ordering::Relaxed));
        let explorer = Explorer::new(&promise).may_leak();
        Orders {
            promise,
            explorer: explorer.no_busy_waiting().orders(most.unwrap_or(MOST)),
            stuck: stuck.to_string(),
            all: most.is_none(),
            is_its_own: true,
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
        self.explorer = Explorer::new(&self.promise).may_leak().orders(MOST);
        self
    }

    /// Whoever ends with a panic and is joined by nobody is left alone.
    pub fn may_panic(mut self) -> Orders {
        self.explorer = self.explorer.may_panic();
        self
    }

    /// If somebody waits for ever, another check says so.
    pub fn or_stuck(mut self) -> Orders {
        self.is_its_own = false;
        self
    }

    /// # Errors
    /// The story of an order in which it does not hold.
    pub fn hold(self, scenario: impl Fn() -> Outcome + Send + Sync + 'static) -> Outcome {
        self.hold_boxed(Arc::new(scenario))
    }

    /// All that is the same for each scenario: the compiler sees it once, not in each exercise again.
    fn hold_boxed(self, scenario: Scenario) -> Outcome {
        let report = match explored(self.explorer, &self.stuck, scenario) {
            Err(why) if !self.is_its_own && why.starts_with(&self.stuck) => return Ok(()),
            report => report?,
        };
        // In the process of one order, all other explorations have none.
        let is_enough = report.exhaustive || report.preemptions >= Some(1) || report.orders == 0;
        ensure(is_enough || !self.all, || {
            format!(
                "There are more than {MOST} orders of the threads with one preemption, and a right \
                 answer has far fewer.\n  Does somebody look again and again, take a lock more often \
                 than it needs, or start more threads than it was told to?"
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

fn explored(explorer: Explorer, stuck: &str, scenario: Scenario) -> Result<Report, String> {
    let scenario = Arc::new(move || {
        child::beat();
        said::begin_anew();
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
    let report = outcome.map_err(|failure| told(stuck, &failure))?;
    said::begin_anew();
    child::note(format!("{} orders of the threads", report.orders));
    Ok(report)
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
