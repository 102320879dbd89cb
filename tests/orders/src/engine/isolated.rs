//! An order in a process of its own, so that no `static` keeps what an earlier order left in it. The
//! process is the same test again, which comes to the same exploration and makes one order of it.

use super::explorer::{Explorer, Scenario};
use super::failure::{Kind, Trouble};
use super::run::Run;
use super::schedule::Schedule;
use super::state::Rules;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::{env, fs, process};

/// In the new process: which exploration is meant, which order, and where the answer goes.
const PROMISE: &str = "ORDERS_PROMISE";
const ORDER: &str = "ORDERS_ORDER";
const ANSWER: &str = "ORDERS_ANSWER";
/// Between the fields of an answer, and between the lines of a field.
const FIELD: char = '\u{1f}';
const LINE: char = '\u{1e}';

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// In the new process: makes the order, answers, and ends. Another exploration is passed over.
pub(crate) fn answer(explorer: &Explorer, scenario: &Scenario) -> Option<()> {
    let answer = PathBuf::from(env::var_os(ANSWER)?);
    if env::var(PROMISE).ok()? != explorer.promise {
        return Some(());
    }
    let order = env::var(ORDER).ok()?;
    let (tell, order) = (order.starts_with('!'), order.trim_start_matches('!'));
    let read = explorer.rules.read(order);
    let (rules, schedule) = read.unwrap_or_else(|why| panic!("this is no order: {why}"));
    let run = Run::here(&Rules { tell, ..rules }, schedule, scenario);
    fs::write(answer, write(&run)).unwrap_or_else(|error| panic!("no answer: {error}"));
    process::exit(0);
}

/// Starts the test again for one order.
pub(crate) fn run(test: &(String, String), rules: &Rules, schedule: &Schedule) -> Run {
    let (test, promise) = test;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let answer = env::temp_dir().join(format!("orders-{}-{number}", process::id()));
    let tell = if rules.tell { "!" } else { "" };
    let order = format!("{tell}{}{}", rules.prefix(), schedule.in_full());
    let mut command = Command::new(env::current_exe().unwrap_or_default());
    command.args([test, "--exact", "--nocapture", "--include-ignored"]);
    command
        .env(PROMISE, promise)
        .env(ANSWER, &answer)
        .env(ORDER, order);
    // What is printed belongs to the story.
    let output = || match rules.tell {
        true => Stdio::inherit(),
        false => Stdio::null(),
    };
    command
        .stdin(Stdio::null())
        .stdout(output())
        .stderr(output());
    let status = command.status();
    let text = fs::read_to_string(&answer).unwrap_or_default();
    let _ = fs::remove_file(&answer);
    read(&text).unwrap_or_else(|| no_answer(schedule, &format!("{test:?} ended with {status:?}")))
}

fn no_answer(schedule: &Schedule, how: &str) -> Run {
    let sentence = format!(
        "no answer: the process of this order ended before the order did; {how}. Is that the whole \
         name of the test?"
    );
    let trouble = Trouble {
        kind: Kind::NotCovered,
        sentence,
        ends: Vec::new(),
    };
    Run {
        schedule: schedule.clone(),
        trouble: Some(trouble),
        ..Run::default()
    }
}

fn write(run: &Run) -> String {
    let mut fields = vec![
        run.schedule.in_full(),
        run.steps.to_string(),
        run.preemptions.to_string(),
        run.bounded.to_string(),
        run.tried.to_string(),
        run.table.clone(),
        run.result
            .as_ref()
            .map_or_else(|| "-".to_string(), |result| format!("+{result}")),
    ];
    if let Some(trouble) = &run.trouble {
        let kind = Kind::ALL.iter().position(|kind| *kind == trouble.kind);
        fields.push(kind.unwrap_or_default().to_string());
        fields.push(trouble.sentence.clone());
        fields.push(trouble.ends.join(&LINE.to_string()));
    }
    fields.join(&FIELD.to_string())
}

fn read(text: &str) -> Option<Run> {
    let fields: Vec<&str> = text.split(FIELD).collect();
    let number = |field: usize| fields.get(field)?.parse::<usize>().ok();
    let trouble = fields.get(7).map(|_| {
        let ends = fields.get(9)?.split(LINE).map(str::to_string).collect();
        let sentence = (*fields.get(8)?).to_string();
        Some(Trouble {
            kind: *Kind::ALL.get(number(7)?)?,
            sentence,
            ends,
        })
    });
    let mut schedule = Schedule::parse(fields.first()?).ok()?;
    schedule.finish();
    Some(Run {
        schedule,
        steps: number(1)?,
        preemptions: number(2)?,
        bounded: *fields.get(3)? == "true",
        tried: *fields.get(4)? == "true",
        left_behind: false, // its process is gone
        table: (*fields.get(5)?).to_string(),
        result: fields.get(6)?.strip_prefix('+').map(str::to_string),
        trouble: match trouble {
            None => None,
            Some(trouble) => Some(trouble?),
        },
    })
}
