//! One order after the other, depth first, with ever more preemptions.

use super::explorer::{Explorer, Report, Scenario};
use super::failure::{Kind, Outcome};
use super::run::Run;
use super::schedule::Schedule;
use super::state::Rules;

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

    /// From the start again, with more points, if somebody only tries.
    fn thorough(rules: &mut Rules, most: usize, scenario: &Scenario) -> Pass {
        let pass = Pass::new(rules, most, scenario);
        if !pass.tried || rules.fine {
            return pass;
        }
        rules.fine = true;
        Pass::new(rules, most, scenario)
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
        let failing = (trouble.kind, run.schedule.again(), run.steps);
        match &self.failing {
            None => {
                self.failing = Some(failing);
                true
            }
            Some((kind, _, steps)) => {
                if *kind == trouble.kind && run.steps < *steps {
                    self.failing = Some(failing);
                }
                false
            }
        }
    }
}

impl Explorer {
    /// All orders, those with few preemptions first.
    pub(crate) fn search(&self, scenario: &Scenario) -> Outcome {
        let mut rules = self.rules.clone();
        let most = rules.bound;
        rules.bound = most.map(|_| 0);
        let (mut runs, mut steps, mut preemptions) = (0, 0, None);
        loop {
            let pass = Pass::thorough(&mut rules, self.orders - runs, scenario);
            if let Some((_, schedule, _)) = pass.failing {
                let tried = runs + pass.report.orders;
                return Err(Box::new(self.tell(&rules, &schedule, scenario, tried)));
            }
            runs += pass.report.runs;
            steps += pass.report.steps;
            if pass.report.complete {
                preemptions = Some(rules.bound.unwrap_or(usize::MAX));
            }
            let exhaustive = pass.report.complete && !pass.bounded;
            if rules.bound == most || exhaustive || !pass.report.complete || runs >= self.orders {
                return Ok(Report {
                    runs,
                    steps,
                    preemptions,
                    exhaustive,
                    ..pass.report
                });
            }
            rules.bound = rules.bound.map(|bound| bound + 1);
        }
    }
}
