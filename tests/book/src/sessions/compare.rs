//! Comparing a recording with what the terminals show now.

use std::collections::BTreeMap;

use super::texts::numbers_after;

/// The lines of a terminal without what differs from run to run: times, workers, and the order of
/// what different clients do at the same time. With `either`, curl's (52) and (56) count as the same.
pub fn comparable(text: &str, either: bool) -> String {
    let lines = text.lines().filter(|line| *line != "^C");
    let mut lines: Vec<String> = lines.map(|line| without_chance(line, either)).collect();
    if text.contains("\nworker-") {
        lines = by_client(lines);
    }
    lines.dedup_by(|line, before| line == before && is_tried_again(line));
    lines.join("\n")
}

/// What a server does again after a pause, as often as time allows.
fn is_tried_again(line: &str) -> bool {
    line.starts_with("cannot accept a client: ")
}

/// Where workers speak, each client's lines have an order, but two clients' lines have none.
fn by_client(lines: Vec<String>) -> Vec<String> {
    let mut clients: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines {
        let mut client = String::new();
        let line = numbers_after("127.0.0.1:", &line, |port| {
            client = port.to_string();
            "<client>".to_string()
        });
        clients.entry(client).or_default().push(line);
    }
    let mut groups: Vec<Vec<String>> = clients.into_values().collect();
    groups.sort();
    groups.concat()
}

fn without_chance(line: &str, either: bool) -> String {
    let line = line.trim_start_matches("^C");
    if line.starts_with("$ ") {
        return line.to_string();
    }
    // Of curl's errors the number is the same in every version; the words behind it are not. Those
    // of the operating systems' errors differ from system to system, and so does what stands
    // between folders.
    let curl = line.strip_prefix("curl: (");
    if let Some((number, _)) = curl.and_then(|rest| rest.split_once(')')) {
        return match number {
            "56" if either => "curl: (52)".to_string(),
            number => format!("curl: ({number})"),
        };
    }
    let line = without_crowd(line).unwrap_or_else(|| line.replace('\\', "/"));
    let line = without_system_error(&line).unwrap_or(line);
    let line = numbers_after("worker-", &line, |_| "<n>".to_string());
    let line = without_thread(&line).unwrap_or(line);
    let words: Vec<String> = line.split(' ').map(without_time).collect();
    words.join(" ").replace("<time> s", "<time>")
}

/// `first after 1.0 s, last after 4.0 s` with what is to be compared of it: whether the last came much
/// later than the first.
fn without_crowd(line: &str) -> Option<String> {
    let rest = line.strip_prefix("first after ")?;
    let (first, last) = rest.strip_suffix(" s")?.split_once(" s, last after ")?;
    let (first, last): (f64, f64) = (first.parse().ok()?, last.parse().ok()?);
    Some(match last > 2.0 * first && last > first + 1.0 {
        true => "the last much later than the first".to_string(),
        false => "the last soon after the first".to_string(),
    })
}

/// `thread 'main' (4711) panicked` without the number that the system gave the thread.
fn without_thread(line: &str) -> Option<String> {
    let (thread, rest) = line.split_once(" (")?;
    let (number, rest) = rest.split_once(") panicked")?;
    let is_number = number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| format!("{thread} panicked{rest}"))
}

fn without_time(word: &str) -> String {
    let time = word.trim_end_matches([',', ':', ']']);
    match is_time(time) {
        true => word.replace(time, "<time>"),
        false => word.to_string(),
    }
}

/// Whether this is a time such as `85.3µs`, or a number with a decimal point, as before ` s`.
fn is_time(word: &str) -> bool {
    let units = ["ns", "µs", "ms", "s"];
    let number = units.iter().find_map(|unit| word.strip_suffix(unit));
    let is_number =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    number.is_some_and(is_number) || (word.contains('.') && is_number(word))
}

/// `...: Address already in use (os error 98)...` with `<error>` for what the system says. A deadline
/// that is over before the system is asked once more has `timed out` in its place.
fn without_system_error(line: &str) -> Option<String> {
    if let Some(before) = line.strip_suffix(": timed out") {
        return Some(format!("{before}: <error>"));
    }
    let (before, after) = line.split_once(" (os error ")?;
    let (before, _) = before.rsplit_once(": ")?;
    let (_, after) = after.split_once(')')?;
    Some(format!("{before}: <error>{after}"))
}
