//! One order after the other, depth first, with ever more preemptions.

use super::exec::Exec;
use super::explorer::{Explorer, Report};
use super::failure::{Failure, Kind, Trouble};
use super::panics;
use super::schedule::Schedule;
use super::state::{Rules, State};
use super::table::table;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

pub(crate) type Scenario = Arc<dyn Fn() -> String + Send + Sync>;

/// So many more orders are tried for a shorter one that fails.
const SHORTER: usize = 300;

static SERIAL: AtomicU64 = AtomicU64::new(1);

/// One order, to its end.
struct Run {
    state: State,
    trouble: Option<Trouble>,
    result: Option<String>,
}

/// What one pass through all orders with this many preemptions has shown.
#[derive(Default)]
struct Pass {
    report: Report,
    bounded: bool,
    tried: bool,
    failing: Option<(Kind, Schedule, usize)>,
}

fn run(rules: &Rules, schedule: Schedule, scenario: &Scenario) -> Run {
    panics::watch();
    let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
    let mut state = State::new(rules.clone(), serial, schedule);
    state.thread(Some("main"), None, std::panic::Location::caller());
    state.alive = 1;
    let exec = Arc::new(Exec::new(state));
    let packet = Arc::new(Mutex::new(None));
    let main = {
        let (exec, packet, scenario) =
            (Arc::clone(&exec), Arc::clone(&packet), Arc::clone(scenario));
        let thread = thread::Builder::new().name("main".to_string());
        thread.spawn(move || exec.run(0, packet, || scenario()))
    };
    match main {
        Ok(main) => exec.keep(main),
        Err(error) => panic!("no thread to try an order with: {error}"),
    }
    exec.wait_for_all();
    let fresh = State::new(rules.clone(), 0, Schedule::default());
    let mut state = std::mem::replace(&mut *exec.state(), fresh);
    let ended = state.trouble.take().or_else(|| state.unseen_panic());
    let trouble = state.carried_over().or(ended);
    let result = packet.lock().unwrap_or_else(PoisonError::into_inner).take();
    let result = result.and_then(Result::ok);
    Run {
        state,
        trouble,
        result,
    }
}

/// Compares with the result of the first order.
fn compare(run: &mut Run, first: &mut Option<String>) {
    let Some(result) = run.result.take() else {
        return;
    };
    let first = first.get_or_insert_with(|| result.clone());
    if run.trouble.is_none() && *first != result {
        let sentence = format!(
            "the result depends on the order: it is {result} here, and {first} in the first order."
        );
        run.trouble = Some(run.state.trouble(Kind::OtherResult, sentence));
    }
}

fn pass(rules: &Rules, most: usize, scenario: &Scenario) -> Pass {
    let mut pass = Pass::default();
    let mut schedule = Schedule::default();
    let mut first = None;
    let mut end = most;
    while pass.report.runs < end {
        let mut run = run(rules, schedule, scenario);
        compare(&mut run, &mut first);
        let state = run.state;
        pass.report.runs += 1;
        pass.report.steps += state.steps;
        pass.bounded |= state.bounded;
        pass.tried |= state.tried;
        if pass.tried && !rules.fine {
            return pass;
        }
        if let Some(trouble) = run.trouble {
            let shorter = match &pass.failing {
                Some((kind, _, steps)) => *kind == trouble.kind && state.steps < *steps,
                None => {
                    pass.report.orders = pass.report.runs;
                    end = pass.report.runs + SHORTER;
                    true
                }
            };
            if shorter {
                pass.failing = Some((trouble.kind, state.schedule.again(), state.steps));
            }
        }
        schedule = state.schedule;
        if !schedule.advance() {
            pass.report.complete = true;
            break;
        }
    }
    if pass.failing.is_none() {
        pass.report.orders = pass.report.runs;
    }
    pass
}

/// All orders, those with few preemptions first.
pub(crate) fn search(explorer: &Explorer, scenario: &Scenario) -> Result<Report, Failure> {
    let mut rules = explorer.rules.clone();
    let most = rules.bound;
    rules.bound = most.map(|_| 0);
    let (mut runs, mut steps) = (0, 0);
    loop {
        let pass = pass(&rules, explorer.orders, scenario);
        runs += pass.report.runs;
        steps += pass.report.steps;
        if pass.tried && !rules.fine {
            rules.fine = true; // from the start, with more points
            continue;
        }
        if let Some((_, schedule, _)) = pass.failing {
            let tried = runs - pass.report.runs + pass.report.orders;
            return Err(tell(explorer, &rules, &schedule, scenario, tried));
        }
        let exhaustive = pass.report.complete && !pass.bounded;
        let report = Report {
            runs,
            steps,
            exhaustive,
            ..pass.report
        };
        if rules.bound == most || !pass.bounded || !report.complete {
            return Ok(report);
        }
        rules.bound = rules.bound.map(|bound| bound + 1);
    }
}

/// This one order again, and its story.
pub(crate) fn tell(
    explorer: &Explorer,
    rules: &Rules,
    schedule: &Schedule,
    scenario: &Scenario,
    orders: usize,
) -> Failure {
    match retell(explorer, rules, schedule, scenario, orders) {
        Err(failure) => failure,
        Ok(_) => Failure {
            kind: Kind::Strayed,
            promise: explorer.promise.clone(),
            sentence: "not the same twice: an order failed, and does not fail again.".to_string(),
            table: String::new(),
            ends: Vec::new(),
            orders,
            preemptions: 0,
            schedule: rules.prefix() + &schedule.to_string(),
        },
    }
}

/// Replays one order; the first order before it, for its result.
pub(crate) fn retell(
    explorer: &Explorer,
    rules: &Rules,
    schedule: &Schedule,
    scenario: &Scenario,
    orders: usize,
) -> Result<Report, Failure> {
    let mut first = None;
    compare(&mut run(rules, Schedule::default(), scenario), &mut first);
    let telling = Rules {
        tell: true,
        ..rules.clone()
    };
    let mut run = run(&telling, schedule.clone(), scenario);
    compare(&mut run, &mut first);
    let Some(trouble) = run.trouble else {
        return Ok(Report {
            orders: 1,
            runs: 1,
            steps: run.state.steps,
            ..Report::default()
        });
    };
    let names = |text: &String| run.state.with_names(text);
    Err(Failure {
        kind: trouble.kind,
        promise: explorer.promise.clone(),
        sentence: names(&trouble.sentence),
        table: table(&run.state),
        ends: trouble.ends.iter().map(names).collect(),
        orders,
        preemptions: run.state.preemptions,
        schedule: rules.prefix() + &run.state.schedule.to_string(),
    })
}
