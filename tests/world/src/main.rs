//! `cargo run -p world`: the finished server in many simulated worlds, or in one, with its story.

mod faults;
mod runs;
mod servers;

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use faults::Fault;
use runs::{first_broken, run};
use servers::Copies;

const USAGE: &str = "\
cargo run -q -p world                               as many worlds as `cargo test`
cargo run -q -p world -- --seeds 10000 [--from N]   so many worlds, until one breaks a promise
cargo run -q -p world -- --seed N                   the story of one
    --wrong NAME                                    with a fault of tests/world/wrong.diff put in";

fn main() -> ExitCode {
    let kept = told().unwrap_or_else(|problem| {
        eprintln!("{problem}");
        false
    });
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Whether every promise was kept.
fn told() -> Result<bool, String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1))
    };
    let number = |name| match after(name).map(|text| text.parse::<u64>()) {
        None => Ok(None),
        Some(Ok(number)) => Ok(Some(number)),
        Some(Err(error)) => Err(format!("{name}: {error}\n{USAGE}")),
    };
    if cfg!(windows) {
        return Err("the simulated world has the signals of Unix".to_string());
    }
    let copies = Copies::new("run")?;
    let wrong = after("--wrong");
    let server = match wrong {
        None => servers::right()?,
        Some(name) => copies.server(&Fault::named(name)?)?,
    };
    match (number("--seed")?, number("--seeds")?, number("--from")?) {
        (Some(seed), None, None) => {
            let run = run(&server, seed, true);
            println!("{}", run.text.trim_end());
            Ok(run.is_kept())
        }
        (None, Some(count), from) => {
            let again = wrong.map_or(String::new(), |name| format!(" --wrong {name}"));
            Ok(many(&server, from.unwrap_or(1), count, &again))
        }
        (None, None, None) if arguments.is_empty() => Ok(many(&server, 1, runs::SEEDS, "")),
        _ => Err(format!("{USAGE}\nFaults: {}", Fault::names()?)),
    }
}

fn many(server: &Path, from: u64, count: u64, again: &str) -> bool {
    let start = Instant::now();
    let broken = first_broken(server, from..from + count, |done| {
        if done % 500 == 0 {
            eprintln!("{done} of {count}, {:.0?}", start.elapsed());
        }
    });
    let time = start.elapsed().as_secs_f64();
    let pace = count as f64 / time * 60.0;
    match &broken {
        Some(run) => println!("{}", run.report(again)),
        None => println!(
            "{count} worlds from seed {from} on: every promise was kept. {time:.1} s, {pace:.0} a minute"
        ),
    }
    broken.is_none()
}
