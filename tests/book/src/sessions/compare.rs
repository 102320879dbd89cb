//! Comparing a recording with what the terminals show now.

use super::texts::numbers_after;

/// The lines of a terminal without what differs from run to run: times, workers, and the order of
/// what different clients do at the same time.
#[derive(Clone, PartialEq)]
pub struct Comparable {
    lines: Vec<String>,
    /// Whether curl's (52) and (56) count as the same.
    either: bool,
}

impl Comparable {
    /// What is to be compared of a text.
    pub fn new(text: &str, either: bool) -> Comparable {
        let lines = text.lines().filter(|line| *line != "^C");
        let lines: Vec<String> = lines.map(|line| without_chance(line, either)).collect();
        let has_workers = text.contains("\nworker-");
        let mut lines = if has_workers { by_client(lines) } else { lines };
        lines.dedup_by(|line, before| line == before && is_tried_again(line));
        Comparable { lines, either }
    }

    /// Whether a text is the same.
    pub fn is(&self, text: &str) -> bool {
        self.difference(text).is_none()
    }

    /// The first line in which a text differs.
    pub fn difference(&self, text: &str) -> Option<String> {
        let (recorded, shown) = (&self.lines, &Comparable::new(text, self.either).lines);
        let mut places = 0..recorded.len().max(shown.len());
        let at = places.find(|&at| recorded.get(at) != shown.get(at))?;
        let line = |lines: &[String]| match lines.get(at) {
            Some(line) => format!("{line:?}"),
            None => "nothing more".to_string(),
        };
        Some(format!(
            "recorded is {}, and now it is {}",
            line(recorded),
            line(shown)
        ))
    }
}

/// What a server does again after a pause, as often as time allows.
fn is_tried_again(line: &str) -> bool {
    line.starts_with("cannot accept a client: ")
}

/// Where workers speak, each client's lines have an order, but two clients' lines have none.
fn by_client(lines: Vec<String>) -> Vec<String> {
    let mut clients: Vec<(String, Vec<String>)> = Vec::new();
    for line in lines {
        let mut client = String::new();
        let line = numbers_after("127.0.0.1:", &line, |port| {
            client = port.to_string();
            "<client>".to_string()
        });
        match clients.iter_mut().find(|(name, _)| *name == client) {
            Some((_, lines)) => lines.push(line),
            None => clients.push((client, vec![line])),
        }
    }
    let mut groups: Vec<Vec<String>> = clients.into_iter().map(|(_, lines)| lines).collect();
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
        let number = if either && number == "56" {
            "52"
        } else {
            number
        };
        return format!("curl: ({number})");
    }
    let line = &without_crowd(line);
    let line = without_system_error(&line.replace('\\', "/"));
    let line = numbers_after("worker-", &line, |_| "<n>".to_string());
    let line = without_thread(&line);
    let words: Vec<String> = line.split(' ').map(without_time).collect();
    words.join(" ").replace("<time> s", "<time>")
}

/// `first after 1.0 s, last after 4.0 s` with what is to be compared of it: whether the last came much
/// later than the first.
fn without_crowd(line: &str) -> String {
    let parts = line.strip_prefix("first after ").and_then(|rest| {
        let (first, last) = rest.strip_suffix(" s")?.split_once(" s, last after ")?;
        Some((first.parse::<f64>().ok()?, last.parse::<f64>().ok()?))
    });
    match parts {
        Some((first, last)) if last > 2.0 * first && last > first + 1.0 => {
            "the last much later than the first".to_string()
        }
        Some(_) => "the last soon after the first".to_string(),
        None => line.to_string(),
    }
}

/// `thread 'main' (4711) panicked` without the number that the system gave the thread.
fn without_thread(line: &str) -> String {
    let parts = line.split_once(" (").and_then(|(thread, rest)| {
        let (number, rest) = rest.split_once(") panicked")?;
        let is_number = number.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| format!("{thread} panicked{rest}"))
    });
    parts.unwrap_or_else(|| line.to_string())
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
fn without_system_error(line: &str) -> String {
    if let Some(before) = line.strip_suffix(": timed out") {
        return format!("{before}: <error>");
    }
    let parts = line.split_once(" (os error ").and_then(|(before, after)| {
        let (before, _) = before.rsplit_once(": ")?;
        let (_, after) = after.split_once(')')?;
        Some(format!("{before}: <error>{after}"))
    });
    parts.unwrap_or_else(|| line.to_string())
}
