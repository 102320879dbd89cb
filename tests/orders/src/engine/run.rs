//! One order, from its start to its end.

use super::exec::{Body, Exec};
use super::explorer::Scenario;
use super::failure::{Kind, Trouble};
use super::schedule::Schedule;
use super::state::{Rules, State};
use super::{isolated, panics, table};
use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError};
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
    pub fn new(rules: &Rules, schedule: Schedule, scenario: &Scenario) -> Run {
        match &rules.process {
            Some(test) => isolated::run(test, rules, &schedule),
            None => Run::here(rules, schedule, scenario),
        }
    }

    /// In this process.
    pub fn here(rules: &Rules, schedule: Schedule, scenario: &Scenario) -> Run {
        panics::watch();
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        let mut state = State::new(rules.clone(), serial, schedule);
        state.thread(Some("main"), None, Location::caller());
        state.alive = 1;
        let exec = Arc::new(Exec::new(state));
        let scenario = Arc::clone(scenario);
        let (body, packet) = Body::new(Box::new(move || scenario()));
        let main = Arc::clone(&exec);
        let thread = thread::Builder::new().name("main".to_string());
        match thread.spawn(move || main.run(0, body)) {
            Ok(main) => exec.keep(main),
            Err(error) => panic!("no thread to try an order with: {error}"),
        }
        exec.wait_for_all();
        let fresh = State::new(rules.clone(), 0, Schedule::default());
        let state = mem::replace(&mut *exec.state(), fresh);
        let result = packet.lock().unwrap_or_else(PoisonError::into_inner).take();
        Run::ended(state, result.and_then(Result::ok))
    }

    fn ended(mut state: State, result: Option<String>) -> Run {
        let trouble = state.trouble.take().or_else(|| state.unseen_panic());
        let trouble = state.carried_over().or(trouble).map(|trouble| Trouble {
            sentence: state.with_names(&trouble.sentence),
            ends: trouble
                .ends
                .iter()
                .map(|end| state.with_names(end))
                .collect(),
            ..trouble
        });
        Run {
            table: if state.rules.tell {
                table::table(&state)
            } else {
                String::new()
            },
            schedule: state.schedule,
            steps: state.steps,
            preemptions: state.preemptions,
            bounded: state.bounded,
            tried: state.tried,
            left_behind: state.left_behind,
            result,
            trouble,
        }
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
            let ends = Vec::new();
            self.trouble = Some(Trouble {
                kind: Kind::OtherResult,
                sentence,
                ends,
            });
        }
    }
}
