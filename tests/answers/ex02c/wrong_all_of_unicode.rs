/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    head.lines()
        .skip(1)
        .filter_map(|line| line.split_once(':'))
        .find(|(header, _)| header.to_lowercase() == name.to_lowercase())
        .map(|(_, value)| value.trim_matches([' ', '\t']))
}
