//! The order as a table: a column for each thread, and a line for each event.

use super::state::{Event, State};
use super::words::spot;

/// All columns together.
const WIDTH: usize = 110;

pub(crate) fn table(state: &State) -> String {
    let threads = state.threads.iter();
    let width = (WIDTH / state.threads.len().max(1)).clamp(24, 40);
    let names = threads.map(|thread| format!("{:width$}", thread.name));
    let mut text = row("     ", &names.collect::<Vec<_>>());
    for (number, event) in state.events.iter().enumerate() {
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
    let line = format!("{label}{}", cells.join(" | "));
    format!("{}\n", line.trim_end_matches([' ', '|']))
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
