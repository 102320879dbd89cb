//! Four workers, one queue, four jobs: with the lock held through the job, and without.

use super::csv::Csv;
use super::lock_run::{measure, work_with_let, work_with_while_let};
use super::look::{Kind, Look};
use super::span;
use super::timeline::{self, Scene};
use super::{Figure, told};

pub const HELD: Figure = Figure {
    name: "lock-held",
    measure: || measure(work_with_while_let),
    draw: |csv| timeline::draw(&scene("lock-held", HELD_TITLE), csv),
    story: |csv| {
        let (jobs, at_once, length) = jobs(csv)?;
        told! {
            "four jobs are done": jobs == 4;
            "no two jobs overlap": at_once == 1;
            "together they take two seconds": length >= 2000.0;
        }
    },
};

pub const FREE: Figure = Figure {
    name: "lock-free",
    measure: || measure(work_with_let),
    draw: |csv| timeline::draw(&scene("lock-free", FREE_TITLE), csv),
    story: |csv| {
        let (jobs, at_once, length) = jobs(csv)?;
        told! {
            "four jobs are done": jobs == 4;
            "all four jobs overlap": at_once == 4;
            "together they take less than a second": length < 1000.0;
        }
    },
};

/// How many jobs there are, how many of them at once at the most, and how long all take.
fn jobs(csv: &Csv) -> Result<(usize, usize, f64), String> {
    let jobs = span::all(csv, "worker", "job")?;
    let last = jobs.iter().map(|job| job.to).fold(0.0, f64::max);
    let at_once = span::most_at_once(&jobs);
    Ok((jobs.len(), at_once, last - jobs[0].from))
}

const HELD_TITLE: &str = "Time line of a recorded run of four workers and four jobs, with while let: \
                          the lock is held through each job, and the jobs run one after another";
const FREE_TITLE: &str = "Time line of a recorded run of four workers and four jobs, with let: the \
                          lock is free again before each job, and the jobs run at the same time";

const fn scene(name: &'static str, title: &'static str) -> Scene {
    Scene {
        name,
        title,
        rows: &[
            ("worker-1", ""),
            ("worker-2", ""),
            ("worker-3", ""),
            ("worker-4", ""),
        ],
        kinds: &KINDS,
        seconds: 2.5,
    }
}

const KINDS: [Kind; 3] = [
    Kind::new("waits", Look::Wait, "waits for the lock"),
    Kind::new("job", Look::Worker, "runs a job of half a second"),
    Kind::new(
        "holds",
        Look::Strip("fig-hold"),
        "holds the lock (the thin bar below)",
    ),
];
