//! The list of a class: one name a line. Whoever has handed in nothing is a submission, too.

use std::fs;
use std::path::Path;

use super::choice::Files;
use super::find::Submission;

/// # Errors
/// The list cannot be read.
pub fn add_missing(list: Option<&Path>, submissions: &mut Vec<Submission>) -> Result<(), String> {
    let Some(list) = list else {
        return Ok(());
    };
    let text = fs::read(list).map_err(|error| format!("--students {}: {error}", list.display()))?;
    let text = String::from_utf8_lossy(&text);
    let names = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    for name in names.filter(|name| !name.is_empty()) {
        let is_one = |one: &&mut Submission| ways(name).contains(&letters(&one.person));
        let mut theirs: Vec<&mut Submission> = submissions.iter_mut().filter(is_one).collect();
        match theirs.as_mut_slice() {
            [] => submissions.push(Submission {
                name: name.to_string(),
                person: name.to_string(),
                files: Files::new(),
                others: Vec::new(),
            }),
            [one] => one.name = name.to_string(),
            _ => {}
        }
    }
    submissions.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(())
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|one| one.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// `Ada King`, `King, Ada` and `kingada` are one person.
fn ways(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split([' ', ',', '_']).collect();
    let turned = |at: usize| words.iter().cycle().skip(at).take(words.len());
    let ways = (0..words.len()).map(|at| turned(at).map(|word| letters(word)).collect());
    ways.collect()
}
