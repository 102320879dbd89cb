//! The order as a table: a column for each thread, and a line for each event.

use super::{Event, State, spot};

/// All columns together.
const WIDTH: usize = 110;
/// So many events are shown of the start, and of the end.
const SHOWN: usize = 40;

impl State {
    pub fn table(&self) -> String {
        let width = (WIDTH / self.threads.len().max(1)).clamp(24, 40);
        let names = self.threads.iter().map(|thread| thread.name.as_str());
        let mut text = row("     ", names, width);
        let after = self.events.len().saturating_sub(SHOWN);
        for (number, event) in self.events.iter().enumerate() {
            if (SHOWN..after).contains(&number) {
                if number == SHOWN {
                    text += &format!("     ... {} events are left out\n", after - SHOWN);
                }
                continue;
            }
            let mut label = format!("{:>3}. ", number + 1);
            for line in broken(&self.in_words(event), width) {
                let before = std::iter::repeat_n("", event.tid);
                text += &row(&label, before.chain([line.as_str()]), width);
                label = " ".repeat(5);
            }
        }
        text
    }

    fn in_words(&self, event: &Event) -> String {
        let text = self.with_names(&event.text);
        match event.place {
            Some(place) => format!("{text} ({})", spot(place)),
            None => text,
        }
    }
}

fn row<'a>(label: &str, cells: impl Iterator<Item = &'a str>, width: usize) -> String {
    let cells: Vec<String> = cells.map(|cell| format!("{cell:width$}")).collect();
    let line = format!("{label}{}", cells.join(" | "));
    format!("{}\n", line.trim_end())
}

/// The text in lines, broken between words.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            None => lines.push(word.to_string()),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                *line += &format!(" {word}");
            }
            Some(_) => lines.push(format!("  {word}")),
        }
    }
    lines
}
