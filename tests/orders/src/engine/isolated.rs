//! An order in a process of its own, so that no `static` keeps what an earlier order left in it. The
//! process is the same test again, which comes to the same exploration and makes one order of it.

use super::failure::Kind::{self, *};
use super::{Explorer, Rules, Run, Scenario, Schedule, Trouble};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::{env, fs, process};

/// In the new process: which exploration is meant, which order, and where the answer goes.
const PROMISE: &str = "ORDERS_PROMISE";
const ORDER: &str = "ORDERS_ORDER";
const ANSWER: &str = "ORDERS_ANSWER";
/// Between the fields of an answer, and between the lines of a field.
const FIELD: &str = "\u{1f}";
const LINE: &str = "\u{1e}";

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// In the new process: makes the order, answers, and ends; or says that another exploration is meant.
pub(crate) fn is_passed_over(explorer: &Explorer, scenario: &Scenario) -> bool {
    let (Some(answer), Ok(order)) = (env::var_os(ANSWER), env::var(ORDER)) else {
        return false;
    };
    if env::var(PROMISE).is_ok_and(|promise| promise != explorer.promise) {
        return true;
    }
    let (rules, schedule) = explorer.rules.read(order.trim_start_matches('!'));
    let tell = order.starts_with('!');
    let run = Run::here(&Rules { tell, ..rules }, schedule, scenario);
    fs::write(PathBuf::from(answer), write(run)).unwrap_or_else(|e| panic!("no answer: {e}"));
    process::exit(0);
}

/// Starts the test again for one order.
pub(crate) fn run((test, promise): &(String, String), rules: &Rules, schedule: Schedule) -> Run {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let answer = env::temp_dir().join(format!("orders-{}-{number}", process::id()));
    let tell = if rules.tell { "!" } else { "" };
    let order = format!("{tell}{}{}", rules.prefix(), schedule.in_full());
    // What is printed belongs to the story.
    let output = || match rules.tell {
        true => Stdio::inherit(),
        false => Stdio::null(),
    };
    let status = Command::new(env::current_exe().unwrap_or_default())
        .args([test, "--exact", "--nocapture", "--include-ignored"])
        .env(PROMISE, promise)
        .env(ANSWER, &answer)
        .env(ORDER, order)
        .stdin(Stdio::null())
        .stdout(output())
        .stderr(output())
        .status();
    let text = fs::read_to_string(&answer).unwrap_or_default();
    let _ = fs::remove_file(&answer);
    read(&text).unwrap_or_else(|| no_answer(schedule, test, &format!("{status:?}")))
}

fn no_answer(schedule: Schedule, test: &str, status: &str) -> Run {
    let sentence = format!(
        "no answer: the process of this order ended before the order did; {test:?} ended with \
         {status}. Is that the whole name of the test?"
    );
    let mut run = Run::of(schedule);
    run.trouble = Some(Trouble::new(NotCovered, sentence));
    run
}

fn write(run: Run) -> String {
    let trouble = run.trouble.as_ref();
    let fields = [
        run.schedule.in_full(),
        run.steps.to_string(),
        run.preemptions.to_string(),
        run.bounded.to_string(),
        run.tried.to_string(),
        run.result
            .map_or(String::new(), |result| format!("+{result}")),
        run.table,
        trouble.map_or(String::new(), |trouble| format!("{:?}", trouble.kind)),
        trouble.map_or(String::new(), |trouble| trouble.sentence.clone()),
        trouble.map_or(String::new(), |trouble| trouble.ends.join(LINE)),
    ];
    fields.join(FIELD)
}

/// What may go wrong in one order alone.
const KINDS: [Kind; 10] = [
    Deadlock, LostWakeUp, Livelock, Panic, Leak, Busy, Strayed, Carried, NotCovered, Hangs,
];

fn read(text: &str) -> Option<Run> {
    let mut fields = text.split(FIELD);
    let mut next = || fields.next();
    Some(Run {
        schedule: Schedule::parse(next()?).ok()?.made(),
        steps: next()?.parse().ok()?,
        preemptions: next()?.parse().ok()?,
        bounded: next()?.parse().ok()?,
        tried: next()?.parse().ok()?,
        left_behind: false, // its process is gone
        result: next()?.strip_prefix('+').map(str::to_string),
        table: next()?.to_string(),
        trouble: trouble(next()?, next()?, next()?),
    })
}

fn trouble(kind: &str, sentence: &str, ends: &str) -> Option<Trouble> {
    let kind = KINDS.iter().find(|known| format!("{known:?}") == kind)?;
    let mut trouble = Trouble::new(*kind, sentence);
    trouble.ends = ends.split(LINE).map(str::to_string).collect();
    Some(trouble)
}
