//! The order as a table: a column for each thread, and a line for each event.

use super::state::{Event, State};
use super::words::spot;

/// All columns together.
const WIDTH: usize = 110;
/// So many events are shown of the start, and of the end.
const SHOWN: usize = 40;

pub(crate) fn table(state: &State) -> String {
    let threads = state.threads.iter();
    let width = (WIDTH / state.threads.len().max(1)).clamp(24, 40);
    let names = threads.map(|thread| format!("{:width$}", thread.name));
    let mut text = row("     ", &names.collect::<Vec<_>>());
    let after = state.events.len().saturating_sub(SHOWN);
    for (number, event) in state.events.iter().enumerate() {
        if (SHOWN..after).contains(&number) {
            if number == SHOWN {
                text += &format!("     ... {} events are left out\n", after - SHOWN);
            }
            continue;
        }
        let mut label = format!("{:>3}. ", number + 1);
        for line in broken(&in_words(state, event), width) {
            let cells = (0..state.threads.len()).map(|tid| match tid == event.tid {
                true => format!("{line:width$}"),
                false => " ".repeat(width),
            });
            text += &row(&label, &cells.collect::<Vec<_>>());
            label = " ".repeat(5);
        }
    }
    text
}

fn row(label: &str, cells: &[String]) -> String {
    let used = cells.iter().rposition(|cell| !cell.trim().is_empty());
    let cells = &cells[..used.map_or(0, |last| last + 1)];
    let line = format!("{label}{}", cells.join(" | "));
    format!("{}\n", line.trim_end())
}

fn in_words(state: &State, event: &Event) -> String {
    let text = state.with_names(&event.text);
    match event.place {
        Some(place) => format!("{text} ({})", spot(place)),
        None => text,
    }
}

/// The text in lines, broken between words.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else {
            break;
        };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(format!("  {word}"));
        }
    }
    lines
}
