//! Runs the checks of an exercise with cargo, and understands what comes.

use crate::course::{Course, Exercise};
use crate::terminal;

pub struct Run {
    /// In the order of the exercise.
    pub checks: Vec<Check>,
    /// Everything passed, and cargo says so, too.
    pub is_solved: bool,
    /// What the compiler said, or cargo.
    pub messages: String,
    pub compiles: bool,
}

pub struct Check {
    /// What is promised, in words.
    pub name: String,
    pub passed: bool,
    /// Why it has not passed.
    pub message: String,
}

/// # Errors
/// Cargo cannot be started.
pub fn test(course: &Course, exercise: &Exercise) -> Result<Run, String> {
    let has_colour = terminal::has_colour();
    let colour = if has_colour { "always" } else { "never" };
    let output = kit::cargo()
        .args(["test", "--quiet", "--color", colour, "--test"])
        .arg(format!("ex{}", exercise.id))
        .args(["--", "--format=pretty", "--color=never"])
        .current_dir(&course.root)
        .env_remove("RUST_TEST_NOCAPTURE")
        .output()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let messages = String::from_utf8_lossy(&output.stderr).into_owned();
    let mut checks = checks(&said);
    // The tests come in the order of their names. The exercise has one that leads somewhere.
    let (step, id) = (&exercise.step, &exercise.id);
    let root = course
        .read(&format!("steps/{step}/exercises/checks/ex{id}.rs"))
        .unwrap_or_default();
    let root = String::from_utf8_lossy(&root);
    checks.sort_by_key(|check| root.find(&check.name.replace(' ', "_")));
    let all_passed = !checks.is_empty() && checks.iter().all(|check| check.passed);
    Ok(Run {
        is_solved: all_passed && output.status.success(),
        compiles: !messages.contains("could not compile"),
        checks,
        messages: without_noise(&messages),
    })
}

/// From `test a_name ... ok` and, further down, `---- a_name stdout ----` with its lines.
fn checks(said: &str) -> Vec<Check> {
    let results = said.lines().filter_map(|line| {
        let (name, result) = line.strip_prefix("test ")?.split_once(" ... ")?;
        Some(Check {
            name: name.replace('_', " "),
            passed: result.starts_with("ok"),
            message: message(said, name),
        })
    });
    results.collect()
}

fn message(said: &str, name: &str) -> String {
    // At the begin of a line: what a check prints stands further right.
    let heading = format!("\n---- {name} stdout ----\n");
    let said = said.replace("\r\n", "\n");
    let (_, rest) = said.split_once(&heading).unwrap_or_default();
    let first = format!("Error: {}", name.replace('_', " "));
    let is_end = |line: &&str| line.starts_with("---- ") || *line == "failures:";
    let lines = rest.lines().take_while(|line| !is_end(line));
    let lines: Vec<&str> = lines.filter(|line| *line != first).collect();
    lines.join("\n").trim_matches('\n').to_string()
}

/// Without what cargo says about itself.
fn without_noise(messages: &str) -> String {
    let is_noise = |line: &&str| {
        line.contains("could not compile")
            || line.contains("test failed, to rerun")
            || line.contains("build failed, waiting")
            || (line.contains(" generated ") && line.contains("warning"))
    };
    let lines: Vec<&str> = messages.lines().filter(|line| !is_noise(line)).collect();
    // The learner's file, as the compiler finds it, goes by way of the checks.
    let detours = ["checks/../", "checks\\../", "checks\\..\\"];
    let mut text = lines.join("\n");
    detours.iter().for_each(|way| text = text.replace(way, ""));
    text.trim_matches('\n').to_string()
}
