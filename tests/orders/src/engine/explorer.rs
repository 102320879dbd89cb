//! The front door: what is promised, within which bounds, and what the search has shown.

use super::failure::Failure;
use super::here;
use super::schedule::Schedule;
use super::search::{Scenario, retell, search};
use super::state::Rules;
use std::fmt::Debug;
use std::sync::Arc;

/// Says what is promised and within which bounds, and then tries every order.
#[derive(Clone)]
pub struct Explorer {
    pub(crate) promise: String,
    pub(crate) orders: usize,
    pub(crate) rules: Rules,
}

/// What was tried, when no order failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many orders there are within the bounds.
    pub orders: usize,
    /// How many were run: those with few preemptions come again with those that have more.
    pub runs: usize,
    /// How many steps the threads made in all of them.
    pub steps: usize,
    /// Not cut off by the greatest number of orders.
    pub complete: bool,
    /// More preemptions would not give more orders.
    pub exhaustive: bool,
}

impl Explorer {
    /// Up to two preemptions, 100,000 orders, 20,000 steps an order, two processors.
    pub fn new(promise: &str) -> Explorer {
        let rules = Rules {
            bound: Some(2),
            steps: 20_000,
            processors: 2,
            busy_is_wrong: false,
            may_leak: false,
            fine: false,
            tell: false,
        };
        Explorer {
            promise: promise.to_string(),
            orders: 100_000,
            rules,
        }
    }

    /// How often a thread may lose its turn though it could go on. `None` is without bound.
    pub fn preemptions(mut self, most: impl Into<Option<usize>>) -> Explorer {
        self.rules.bound = most.into();
        self
    }

    /// How many orders are tried at most.
    pub fn orders(mut self, most: usize) -> Explorer {
        self.orders = most;
        self
    }

    /// How many steps an order may have.
    pub fn steps(mut self, most: usize) -> Explorer {
        self.rules.steps = most;
        self
    }

    /// What `available_parallelism` says.
    pub fn processors(mut self, number: usize) -> Explorer {
        self.rules.processors = number.max(1);
        self
    }

    /// Nobody may look again and again, or let the clock wake it up for that.
    pub fn no_busy_waiting(mut self) -> Explorer {
        self.rules.busy_is_wrong = true;
        self
    }

    /// Threads may still wait when main has ended, as a program's do.
    pub fn may_leak(mut self) -> Explorer {
        self.rules.may_leak = true;
        self
    }

    /// Runs the scenario in every order.
    ///
    /// # Errors
    /// The story of the shortest order found in which something goes wrong.
    pub fn explore(&self, scenario: impl Fn() + Send + Sync + 'static) -> Result<Report, Failure> {
        self.start(Arc::new(move || {
            scenario();
            String::new()
        }))
    }

    /// As `explore`, and the result must be the same in each order.
    ///
    /// # Errors
    /// As `explore`, or the story of an order that has another result than the first.
    pub fn same<T: Debug>(
        &self,
        scenario: impl Fn() -> T + Send + Sync + 'static,
    ) -> Result<Report, Failure> {
        self.start(Arc::new(move || format!("{:?}", scenario())))
    }

    /// Runs the one order that `Failure::schedule` names.
    ///
    /// # Errors
    /// The story of this order, if something goes wrong in it.
    pub fn replay(
        &self,
        schedule: &str,
        scenario: impl Fn() + Send + Sync + 'static,
    ) -> Result<Report, Failure> {
        self.one(
            schedule,
            &(Arc::new(move || {
                scenario();
                String::new()
            }) as Scenario),
        )
    }

    fn one(&self, text: &str, scenario: &Scenario) -> Result<Report, Failure> {
        let read = self
            .rules
            .read(text)
            .and_then(|(rules, rest)| Ok((rules, Schedule::parse(rest)?)));
        match read {
            Ok((rules, schedule)) => retell(self, &rules, &schedule, scenario, 1),
            Err(why) => panic!("this is no order: {why}"),
        }
    }

    fn start(&self, scenario: Scenario) -> Result<Report, Failure> {
        assert!(
            !here::is_part_of_an_order(),
            "an order cannot be explored inside of an order"
        );
        match std::env::var("ORDERS_REPLAY") {
            Ok(schedule) => self.one(&schedule, &scenario),
            Err(_) => search(self, &scenario),
        }
    }
}

impl Rules {
    /// What a schedule depends on, before its choices.
    pub(crate) fn prefix(&self) -> String {
        let bound = self
            .bound
            .map_or_else(|| "all".to_string(), |bound| bound.to_string());
        format!("{bound}{}:", if self.fine { "+" } else { "" })
    }

    pub(crate) fn read<'a>(&self, text: &'a str) -> Result<(Rules, &'a str), String> {
        let (prefix, rest) = text
            .split_once(':')
            .ok_or_else(|| format!("{text:?} has no colon"))?;
        let bound = prefix.trim_end_matches('+');
        let fine = bound.len() < prefix.len();
        let bound = match bound {
            "all" => None,
            number => Some(
                number
                    .parse()
                    .map_err(|_| format!("{number:?} is no number"))?,
            ),
        };
        Ok((
            Rules {
                bound,
                fine,
                ..self.clone()
            },
            rest,
        ))
    }
}

/// Runs the scenario in every order, within the bounds of [`Explorer::new`].
///
/// # Errors
/// The story of the shortest order found in which something goes wrong.
pub fn explore(scenario: impl Fn() + Send + Sync + 'static) -> Result<Report, Failure> {
    Explorer::new("nothing goes wrong in any order").explore(scenario)
}

/// Runs the scenario in every order, within the bounds of [`Explorer::new`], and says how many there
/// are.
///
/// # Panics
/// With the story of the shortest order found in which the promise is not kept.
#[track_caller]
pub fn every_order(promise: &str, scenario: impl Fn() + Send + Sync + 'static) -> usize {
    match Explorer::new(promise).explore(scenario) {
        Ok(report) => report.orders,
        Err(failure) => panic!("{failure}"),
    }
}
