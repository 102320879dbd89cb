//! All numbers of a run: for each measure, load and server, one value per round.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The measure, whose name has the unit; the number of clients, or of requests that sleep; the server.
type Key = (&'static str, usize, &'static str);

#[derive(Default)]
pub struct Numbers(BTreeMap<Key, Vec<f64>>);

impl Numbers {
    /// Adds the value of one round.
    pub fn add(&mut self, measure: &'static str, load: usize, server: &'static str, value: f64) {
        let values = self.0.entry((measure, load, server)).or_default();
        values.push(value);
        values.sort_by(f64::total_cmp);
    }

    /// The medians, for a reader.
    pub fn table(&self) -> String {
        let mut text = String::new();
        for ((measure, load, server), values) in &self.0 {
            let median = values[values.len() / 2];
            let _ = writeln!(text, "{measure:28} {load:>2}  {server:20} {median:>10.2}");
        }
        text
    }

    /// Writes everything as comma-separated values, for a program to read.
    pub fn save(&self, file: &Path) {
        let mut text = "measure,load,server,rounds,least,median,most\n".to_string();
        for ((measure, load, server), values) in &self.0 {
            let (count, median) = (values.len(), values[values.len() / 2]);
            let (least, most) = (values[0], values[count - 1]);
            let _ = writeln!(
                text,
                "{measure},{load},{server},{count},{least:.3},{median:.3},{most:.3}"
            );
        }
        fs::write(file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}
