//! One order again, for its story.

use super::explorer::{Explorer, Report, Scenario};
use super::failure::{Failure, Kind, Outcome, Trouble};
use super::run::Run;
use super::schedule::Schedule;
use super::state::Rules;

impl Explorer {
    /// An order that failed again, for its story.
    pub(crate) fn tell(
        &self,
        rules: &Rules,
        schedule: &Schedule,
        scenario: &Scenario,
        orders: usize,
    ) -> Failure {
        let run = self.again(rules, schedule, scenario);
        let sentence = "not the same twice: an order failed, and does not fail again.".to_string();
        let strayed = Trouble {
            kind: Kind::Strayed,
            sentence,
            ends: Vec::new(),
        };
        let trouble = run.trouble.unwrap_or(strayed);
        Failure {
            kind: trouble.kind,
            promise: self.promise.clone(),
            sentence: trouble.sentence,
            table: run.table,
            ends: trouble.ends,
            orders,
            preemptions: run.preemptions,
            schedule: rules.prefix() + &run.schedule.to_string(),
        }
    }

    /// The first order, for its result, and then this one.
    fn again(&self, rules: &Rules, schedule: &Schedule, scenario: &Scenario) -> Run {
        let mut first = None;
        Run::new(rules, Schedule::default(), scenario).compare(&mut first);
        let telling = Rules {
            tell: true,
            ..rules.clone()
        };
        let mut run = Run::new(&telling, schedule.clone(), scenario);
        run.compare(&mut first);
        run
    }

    /// The one order that the text names.
    pub(crate) fn one(&self, text: &str, scenario: &Scenario) -> Outcome {
        let (rules, schedule) = match self.rules.read(text) {
            Ok(read) => read,
            Err(why) => panic!("this is no order: {why}"),
        };
        let run = self.again(&rules, &schedule, scenario);
        if run.trouble.is_some() {
            return Err(Box::new(self.tell(&rules, &schedule, scenario, 1)));
        }
        Ok(Report {
            orders: 1,
            runs: 1,
            steps: run.steps,
            ..Report::default()
        })
    }
}
