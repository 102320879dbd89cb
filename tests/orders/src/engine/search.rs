//! One order after the other, depth first, with ever more preemptions.

use super::{Explorer, Failure, Kind, Outcome, Report, Rules, Run, Scenario, Schedule, Trouble};

/// So many more orders are tried for a shorter one that fails.
const SHORTER: usize = 300;

/// What one pass through all orders with this many preemptions has shown.
#[derive(Default)]
struct Pass {
    report: Report,
    bounded: bool,
    tried: bool,
    failing: Option<(Kind, Schedule, usize)>,
}

impl Pass {
    fn new(rules: &Rules, most: usize, scenario: &Scenario) -> Pass {
        let mut pass = Pass::default();
        let mut schedule = Schedule::default();
        let (mut first, mut end) = (None, most);
        while pass.report.runs < end {
            let mut run = Run::new(rules, schedule, scenario);
            run.compare(&mut first);
            pass.report.runs += 1;
            pass.report.steps += run.steps;
            pass.bounded |= run.bounded;
            pass.tried |= run.tried;
            if pass.tried && !rules.fine {
                break;
            }
            if pass.failing.is_none() {
                pass.report.orders = pass.report.runs;
            }
            if pass.keep_shorter(&run) {
                end = pass.report.runs + pass.shorter(&run);
            }
            schedule = run.schedule;
            if !schedule.advance() {
                pass.report.complete = true;
                break;
            }
        }
        pass
    }

    /// How many more orders are worth a try. Those without an end are all as long.
    fn shorter(&self, run: &Run) -> usize {
        match self.failing {
            _ if run.left_behind => 0,
            Some((Kind::Livelock | Kind::Hangs, ..)) => 0,
            _ => SHORTER,
        }
    }

    /// Keeps the shortest order that fails. `true`: it is the first.
    fn keep_shorter(&mut self, run: &Run) -> bool {
        let Some(trouble) = &run.trouble else {
            return false;
        };
        let is_first = self.failing.is_none();
        let is_shorter = |(kind, _, steps): &(Kind, Schedule, usize)| {
            *kind == trouble.kind && run.steps < *steps
        };
        if self.failing.as_ref().is_none_or(is_shorter) {
            self.failing = Some((trouble.kind, run.schedule.again(), run.steps));
        }
        is_first
    }
}

impl Explorer {
    /// All orders, those with few preemptions first.
    pub(crate) fn search(&self, scenario: &Scenario) -> Outcome {
        let mut rules = self.rules.clone();
        rules.bound = self.rules.bound.map(|_| 0);
        let mut all = Report::default();
        loop {
            let most = self.orders - all.runs;
            let mut pass = Pass::new(&rules, most, scenario);
            if pass.tried && !rules.fine {
                rules.fine = true; // from the start again, with more points: somebody only tries
                pass = Pass::new(&rules, most, scenario);
            }
            all.orders = pass.report.orders;
            if let Some((_, schedule, _)) = pass.failing {
                let run = self.again(&rules, schedule, scenario);
                return Err(self.tell(&rules, run, all.runs + all.orders));
            }
            all.runs += pass.report.runs;
            all.steps += pass.report.steps;
            all.complete = pass.report.complete;
            all.exhaustive = all.complete && !pass.bounded;
            if all.complete {
                all.preemptions = Some(rules.bound.unwrap_or(usize::MAX));
            }
            let is_last = rules.bound == self.rules.bound || all.runs >= self.orders;
            if is_last || all.exhaustive || !all.complete {
                return Ok(all);
            }
            rules.bound = rules.bound.map(|bound| bound + 1);
        }
    }

    /// The one order that the text names.
    pub(crate) fn one(&self, text: &str, scenario: &Scenario) -> Outcome {
        let (rules, schedule) = self.rules.read(text);
        let run = self.again(&rules, schedule, scenario);
        if run.trouble.is_some() {
            return Err(self.tell(&rules, run, 1));
        }
        Ok(Report {
            orders: 1,
            runs: 1,
            steps: run.steps,
            ..Report::default()
        })
    }

    /// The story of an order that failed before.
    fn tell(&self, rules: &Rules, run: Run, orders: usize) -> Box<Failure> {
        let no_more = "not the same twice: an order failed, and does not fail again.";
        let trouble = run.trouble;
        let trouble = trouble.unwrap_or_else(|| Trouble::new(Kind::Strayed, no_more));
        Box::new(Failure {
            kind: trouble.kind,
            promise: self.promise.clone(),
            sentence: trouble.sentence,
            table: run.table,
            ends: trouble.ends,
            orders,
            preemptions: run.preemptions,
            schedule: rules.prefix() + &run.schedule.to_string(),
        })
    }
}
