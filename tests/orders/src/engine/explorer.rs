//! The front door: what is promised, within which bounds, and what the search has shown.

use super::{Outcome, Rules, here, isolated};
use std::env;
use std::fmt::Debug;
use std::sync::Arc;

/// What runs in each order, and its result in words.
pub(crate) type Scenario = Arc<dyn Fn() -> String + Send + Sync>;

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
    /// So many preemptions at most have the orders that were all run; `None`: not all were run that
    /// need none.
    pub preemptions: Option<usize>,
    /// More preemptions would not give more orders.
    pub exhaustive: bool,
}

impl Explorer {
    /// Up to two preemptions, 100,000 orders, 20,000 steps an order, two processors.
    pub fn new(promise: &str) -> Explorer {
        Explorer {
            promise: promise.to_string(),
            orders: 100_000,
            rules: Rules::default(),
        }
    }

    /// How often a thread may lose its turn though it could go on. `None` is without bound.
    pub fn preemptions(mut self, most: impl Into<Option<usize>>) -> Explorer {
        self.rules.bound = most.into();
        self
    }

    /// How many orders are tried at most, with all numbers of preemptions together.
    pub fn orders(mut self, most: usize) -> Explorer {
        self.orders = most;
        self
    }

    /// How many steps an order may have.
    pub fn steps(mut self, most: usize) -> Explorer {
        self.rules.steps = most;
        self
    }

    /// A thread that nobody joins may end with a panic, as in a program.
    pub fn may_panic(mut self) -> Explorer {
        self.rules.may_panic = true;
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

    /// Each order has a process of its own, for code that keeps something in a `static`. The whole
    /// name of the test that explores is needed, and its promise must be the only one in it with
    /// these words.
    pub fn isolated(mut self, test: &str) -> Explorer {
        self.rules.process = Some((test.to_string(), self.promise.clone()));
        self
    }

    /// Runs the scenario in every order.
    ///
    /// # Errors
    /// The story of the shortest order found in which something goes wrong.
    pub fn explore(&self, scenario: impl Fn() + Send + Sync + 'static) -> Outcome {
        self.same(scenario)
    }

    /// As `explore`, and the result must be the same in each order.
    ///
    /// # Errors
    /// As `explore`, or the story of an order that has another result than the first.
    pub fn same<T: Debug>(&self, scenario: impl Fn() -> T + Send + Sync + 'static) -> Outcome {
        let scenario: Scenario = Arc::new(move || format!("{:?}", scenario()));
        assert!(
            !here::is_part_of_an_order(),
            "an order cannot be explored inside of an order"
        );
        if isolated::is_passed_over(self, &scenario) {
            return Ok(Report::default());
        }
        match env::var("ORDERS_REPLAY") {
            Ok(schedule) => self.one(&schedule, &scenario),
            Err(_) => self.search(&scenario),
        }
    }

    /// Runs the one order that `Failure::schedule` names.
    ///
    /// # Errors
    /// The story of this order, if something goes wrong in it.
    pub fn replay(&self, schedule: &str, scenario: impl Fn() + Send + Sync + 'static) -> Outcome {
        let scenario: Scenario = Arc::new(move || format!("{:?}", scenario()));
        self.one(schedule, &scenario)
    }
}
