//! One order, from its start to its end.

use super::{
    Body, Exec, Explorer, Kind, Rules, Scenario, Schedule, State, Trouble, isolated, locked, panics,
};
use std::panic::Location;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{mem, thread};

static SERIAL: AtomicU64 = AtomicU64::new(1);

/// What one order has shown.
#[derive(Default)]
pub(crate) struct Run {
    pub schedule: Schedule,
    pub steps: usize,
    pub preemptions: usize,
    /// The bound left something out.
    pub bounded: bool,
    /// Somebody tried, where the rules are not `fine`.
    pub tried: bool,
    /// A thread of this order will never end. There should not be many.
    pub left_behind: bool,
    pub result: Option<String>,
    pub trouble: Option<Trouble>,
    /// The story, if the rules want it.
    pub table: String,
}

impl Run {
    pub fn of(schedule: Schedule) -> Run {
        Run {
            schedule,
            ..Run::default()
        }
    }

    pub fn new(rules: &Rules, schedule: Schedule, scenario: &Scenario) -> Run {
        match &rules.process {
            Some(test) => isolated::run(test, rules, schedule),
            None => Run::here(rules, schedule, scenario),
        }
    }

    /// In this process.
    pub fn here(rules: &Rules, schedule: Schedule, scenario: &Scenario) -> Run {
        panics::watch();
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        let place = Location::caller();
        let exec = Arc::new(Exec::new(State::new(
            rules.clone(),
            serial,
            schedule,
            place,
        )));
        let (main, scenario) = (exec.clone(), scenario.clone());
        let (body, packet) = Body::new(Box::new(move || scenario()));
        let thread = thread::Builder::new().name("main".to_string());
        match thread.spawn(move || main.run(0, body)) {
            Ok(main) => exec.keep(main),
            Err(error) => panic!("no thread to try an order with: {error}"),
        }
        exec.wait_for_all();
        let state = mem::take(&mut *exec.state());
        let result = locked(&packet).take();
        state.ended(result.and_then(Result::ok))
    }

    /// Compares with the result of the first order.
    pub fn compare(&mut self, first: &mut Option<String>) {
        let Some(result) = self.result.take() else {
            return;
        };
        let first = first.get_or_insert_with(|| result.clone());
        if self.trouble.is_none() && *first != result {
            let sentence = format!(
                "the result depends on the order: it is {result} here, and {first} in the first \
                 order."
            );
            self.trouble = Some(Trouble::new(Kind::OtherResult, sentence));
        }
    }
}

impl State {
    fn ended(mut self, result: Option<String>) -> Run {
        let mut run = mem::take(&mut self.run);
        let trouble = self.carried_over().or(run.trouble);
        let trouble = trouble.or_else(|| self.unseen_panic());
        run.trouble = trouble.map(|trouble| self.with_all_names(trouble));
        run.result = result;
        if self.rules.tell {
            run.table = self.table();
        }
        run
    }
}

impl Explorer {
    /// The first order, for its result, and then this one, for its story.
    pub(crate) fn again(&self, rules: &Rules, schedule: Schedule, scenario: &Scenario) -> Run {
        let mut first = None;
        Run::new(rules, Schedule::default(), scenario).compare(&mut first);
        let telling = Rules {
            tell: true,
            ..rules.clone()
        };
        let mut run = Run::new(&telling, schedule, scenario);
        run.compare(&mut first);
        run
    }
}
