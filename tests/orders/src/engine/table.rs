//! The order as a table: a column for each thread, and a line for each event.

use super::state::{Event, State};
use super::words::spot;

/// Texts are broken into lines of this width.
const WIDTH: usize = 36;

pub(crate) fn table(state: &State) -> String {
    let used = |tid: &usize| state.events.iter().any(|event| event.tid == *tid);
    let columns: Vec<usize> = (0..state.threads.len()).filter(used).collect();
    let names = columns
        .iter()
        .map(|tid| format!("{:WIDTH$}", state.threads[*tid].name));
    let mut text = format!(
        "     {}\n",
        names.collect::<Vec<_>>().join(" | ").trim_end()
    );
    for (number, event) in state.events.iter().enumerate() {
        let mut label = format!("{:>3}. ", number + 1);
        for line in broken(&in_words(state, event)) {
            let cells = columns.iter().map(|tid| match *tid == event.tid {
                true => format!("{line:WIDTH$}"),
                false => " ".repeat(WIDTH),
            });
            text += &label;
            text += cells.collect::<Vec<_>>().join(" | ").trim_end();
            text += "\n";
            label = " ".repeat(5);
        }
    }
    text
}

fn in_words(state: &State, event: &Event) -> String {
    let text = state.with_names(&event.text);
    match event.place {
        Some(place) => format!("{text} ({})", spot(place)),
        None => text,
    }
}

/// The text in lines, broken between words.
fn broken(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else {
            break;
        };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(format!("  {word}"));
        }
    }
    lines
}
