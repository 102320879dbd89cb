//! What a reader types next.

use crate::moment::Outcome;
use crate::route::Stop;

/// The piece of a stop: where it is, where it goes, and its first line.
///
/// # Errors
/// The page cannot be read.
pub fn next(word: &str, stop: Option<&Stop>) -> Result<Vec<String>, String> {
    let Some(stop) = stop else {
        let end = "All six chapters are typed. Next: book/src/next.md";
        return Ok(vec![end.to_string()]);
    };
    let page = stop.page()?;
    let path = stop.at.trim_start_matches("book/src/");
    let (path, _) = path.split_once(".md").unwrap_or((path, ""));
    let heading = heading(&page);
    let mut lines = vec![format!("{word}: \"{heading}\", {} ({path}.html)", stop.at)];
    let mut above = page.iter().rev();
    let place = above.find(|line| !line.is_empty() && !line.starts_with("```"));
    lines.extend(place.map(|line| format!("  {line}")));
    if !stop.first.is_empty() {
        lines.push(format!("      {}", stop.first));
    }
    if let Outcome::Refused { codes, .. } = &stop.outcome {
        lines.push(format!(
            "  An attempt: the compiler will refuse it, with {codes}."
        ));
    }
    Ok(lines)
}

/// The last one; in code, `#` means another thing.
fn heading(page: &[String]) -> String {
    let mut is_code = false;
    let outside = page.iter().filter(|line| {
        is_code ^= line.starts_with("```");
        !is_code
    });
    let heading = outside.filter(|line| line.starts_with('#')).last();
    heading.map_or(String::new(), |line| {
        line.trim_start_matches('#').trim().to_string()
    })
}
