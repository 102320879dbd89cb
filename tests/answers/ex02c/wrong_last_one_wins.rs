use std::collections::HashMap;

/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let headers: HashMap<String, &str> = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(':'))
        .map(|(header, value)| (header.to_ascii_lowercase(), value))
        .collect();
    let value = headers.get(&name.to_ascii_lowercase())?;
    Some(value.trim_matches([' ', '\t']))
}
