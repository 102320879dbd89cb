/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let lower: &'static str = head.to_lowercase().leak();
    let mut headers = lower
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(':'));
    let (_, value) = headers.find(|(header, _)| *header == name.to_lowercase())?;
    Some(value.trim_matches([' ', '\t']))
}
